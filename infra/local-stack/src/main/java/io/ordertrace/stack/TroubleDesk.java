package io.ordertrace.stack;

import io.ordertrace.stack.trouble.Premises;
import io.ordertrace.stack.trouble.Switchboard;
import io.ordertrace.stack.trouble.SwitchboardServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The switchboard of a running stack, in this process and over HTTP. */
final class TroubleDesk implements AutoCloseable {

    private final Switchboard switchboard;
    private final SwitchboardServer server;

    private TroubleDesk(Switchboard switchboard, SwitchboardServer server) {
        this.switchboard = switchboard;
        this.server = server;
    }

    /**
     * @param components by name; all must run
     * @param services   base addresses of the three services
     */
    static TroubleDesk open(
            Ports ports,
            Wiring wiring,
            Path data,
            Map<String, String> services,
            Function<String, Component> components) {
        Switchboard switchboard = new Switchboard(new Premises(
                ports.proxies().control(),
                wiring::databaseUrl,
                wiring.databaseSuperuser(),
                ports.amqp(),
                wiring.brokerUser(),
                arguments -> control(components.apply(Blueprint.BROKER), arguments),
                ObjectStore.bucket(data.resolve(Blueprint.S3), Wiring.MODEL_BUCKET),
                services,
                wiring.troublesToken(),
                components,
                data.resolve("troubles")));
        return new TroubleDesk(
                switchboard, SwitchboardServer.start(switchboard, ports.switchboard(), wiring.troublesToken()));
    }

    Switchboard switchboard() {
        return switchboard;
    }

    @Override
    public void close() {
        server.close();
        switchboard.close();
    }

    private static String control(Component broker, List<String> arguments) {
        return broker.server()
                .map(Broker.class::cast)
                .orElseThrow(() -> new ComponentFailed(broker.name(), "is stopped"))
                .control(arguments);
    }
}
