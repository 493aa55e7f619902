package io.ordertrace.shop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class ModelStoreTests {

    @Test
    void doesNotWaitForAStoreThatTakesTheCallAndNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            ModelStoreSettings settings = new ModelStoreSettings(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                    "key",
                    "secret",
                    "models",
                    Duration.ofMillis(300),
                    Duration.ofMillis(900));
            try (var s3 = new ModelStoreConfiguration().s3(settings)) {
                ModelStore store = new ModelStore(s3, settings);
                Instant start = Instant.now();

                assertThatThrownBy(() -> store.put("orders/ORD-0000001/ring.stl", new byte[100]))
                        .isInstanceOf(SdkException.class);

                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
            }
        }
    }
}
