package io.ordertrace.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The machine's RabbitMQ as a node of our own. It brings its own Erlang port mapper, because the one that Erlang would
 * start by itself listens on every address and stays behind for ever.
 */
final class RabbitMqBroker extends ProcessServer implements Broker {

    private static final String NODE = "order-trace@localhost";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final ManagedProcess portMapper;
    private final RabbitMqControl control;

    private RabbitMqBroker(ManagedProcess node, ManagedProcess portMapper, RabbitMqControl control) {
        super(node);
        this.portMapper = portMapper;
        this.control = control;
    }

    static RabbitMqBroker start(RabbitMqInstallation installation, Path dir, int port, Credential user) {
        int portMapperPort = Ports.freePort();
        ManagedProcess portMapper = ManagedProcess.start(
                "epmd",
                dir.resolve("epmd.log"),
                List.of(installation.epmd().toString(), "-address", "127.0.0.1", "-port", "" + portMapperPort),
                Map.of(),
                dir);
        try {
            portMapper.awaitReady(() -> Ports.listens(portMapperPort), LIMIT);
            configure(dir, port, user);
            ManagedProcess node = ManagedProcess.start(
                    NAME,
                    dir.resolve("rabbitmq.log"),
                    List.of(installation.server().toString()),
                    environment(dir, portMapperPort),
                    dir);
            node.awaitReady(() -> Broker.letsIn(port, user), LIMIT);
            return new RabbitMqBroker(node, portMapper, new RabbitMqControl(installation, dir, NODE, portMapperPort));
        } catch (ComponentFailed e) {
            portMapper.close();
            throw e;
        } catch (IOException e) {
            portMapper.close();
            throw new ComponentFailed(NAME, "cannot write its configuration: " + e.getMessage(), e);
        }
    }

    @Override
    public String control(List<String> arguments) {
        return control.run(arguments);
    }

    @Override
    public void kill() {
        super.kill();
        portMapper.close();
    }

    @Override
    public void close() {
        super.close();
        portMapper.close();
    }

    private static void configure(Path dir, int port, Credential user) throws IOException {
        Folders.writeSecret(dir.resolve("rabbitmq.conf"), """
                listeners.tcp.1 = 127.0.0.1:%d
                default_user = %s
                default_pass = %s
                default_user_tags.administrator = true
                log.console = true
                log.console.level = info
                log.file = false
                disk_free_limit.absolute = 50MB
                """.formatted(port, user.user(), user.password()));
        Files.writeString(dir.resolve("enabled_plugins"), "[].\n");
        Files.createDirectories(dir.resolve("conf.d"));
    }

    /** Everything the node would otherwise look for in the machine's own places. */
    private static Map<String, String> environment(Path dir, int portMapperPort) {
        return Map.ofEntries(
                Map.entry("HOME", dir.toString()),
                Map.entry("ERL_EPMD_PORT", Integer.toString(portMapperPort)),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                // Makes the start script become the server instead of waiting beside it.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                Map.entry(
                        "RABBITMQ_CONF_ENV_FILE",
                        dir.resolve("rabbitmq-env.conf").toString()),
                Map.entry("RABBITMQ_NODENAME", NODE),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(Ports.freePort())),
                Map.entry("RABBITMQ_CONFIG_FILE", dir.resolve("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_CONFIG_FILES", dir.resolve("conf.d").toString()),
                Map.entry(
                        "RABBITMQ_ADVANCED_CONFIG_FILE",
                        dir.resolve("advanced.config").toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", dir.resolve("node").toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        dir.resolve("enabled_plugins").toString()),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false"
                                + " +sbwt none +sbwtdcpu none +sbwtdio none"));
    }
}
