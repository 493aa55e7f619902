package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.stack.trouble.Premises;
import io.ordertrace.stack.trouble.Switchboard;
import io.ordertrace.stack.trouble.Trouble;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTroublesTests {

    @TempDir
    Path dir;

    @Test
    void saysByNameWhatOnlyRabbitMqCanDo() {
        Credential user = Credential.fresh("order-trace");
        int port = Ports.freePort();
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), port, user);
                var switchboard = new Switchboard(new Premises(
                        Ports.freePort(),
                        database -> "",
                        user,
                        port,
                        user,
                        broker::control,
                        dir,
                        Map.of(),
                        "token",
                        name -> new Component(name, () -> broker, failure -> {}),
                        dir.resolve("troubles")))) {
            for (Trouble trouble : new Trouble[] {
                Trouble.QUEUE_BLOCKED,
                Trouble.QUEUE_RETURNS_MESSAGES,
                Trouble.QUEUE_REJECTS_MESSAGES,
                Trouble.MESSAGES_LOST,
                Trouble.MESSAGES_LATE,
                Trouble.MESSAGES_POISONED
            }) {
                assertThatThrownBy(() -> switchboard.on(trouble))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("this needs RabbitMQ on this machine");
            }
            assertThat(switchboard.active()).isEmpty();
        }
    }
}
