package io.ordertrace.stack.trouble;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.ordertrace.stack.Dependency;
import java.io.IOException;
import java.util.Optional;

/** What can be done to the connections between the services and a dependency. */
final class Proxies {

    private static final String SILENCE = "silence";
    private static final long FOR_EVER = 0;

    private final ToxiproxyClient client;

    Proxies(int controlPort) {
        client = new ToxiproxyClient("127.0.0.1", controlPort);
    }

    /** Connections stay open and new ones are taken, but no answer comes through. */
    Fault silent(Dependency dependency) {
        return new Fault() {
            @Override
            public void start() throws IOException {
                if (toxic(dependency, SILENCE).isEmpty()) {
                    proxy(dependency).toxics().timeout(SILENCE, ToxicDirection.DOWNSTREAM, FOR_EVER);
                }
            }

            @Override
            public void stop() throws IOException {
                Optional<Toxic> silence = toxic(dependency, SILENCE);
                if (silence.isPresent()) {
                    silence.get().remove();
                    // What was swallowed is missing in the streams; going on with them would be another trouble.
                    cutConnections(dependency);
                }
            }

            @Override
            public void abandon() {
                // Toxiproxy forgets it with its process.
            }
        };
    }

    /** Connections are cut and new ones refused. */
    Fault unavailable(Dependency dependency) {
        return new Fault() {
            @Override
            public void start() throws IOException {
                proxy(dependency).disable();
            }

            @Override
            public void stop() throws IOException {
                proxy(dependency).enable();
            }

            @Override
            public void abandon() {
                // Toxiproxy forgets it with its process.
            }
        };
    }

    /** Delays what the services send to the dependency. */
    void delay(Dependency dependency, String name, long millis) throws IOException {
        if (toxic(dependency, name).isEmpty()) {
            proxy(dependency).toxics().latency(name, ToxicDirection.UPSTREAM, millis);
        }
    }

    void endDelay(Dependency dependency, String name) throws IOException {
        Optional<Toxic> delay = toxic(dependency, name);
        if (delay.isPresent()) {
            delay.get().remove();
        }
    }

    /** Leads the services to another server, and gives back the port where they were led before. */
    int redirect(Dependency dependency, int port) throws IOException {
        Proxy proxy = proxy(dependency);
        String before = proxy.getUpstream();
        proxy.setUpstream("127.0.0.1:" + port);
        return Integer.parseInt(before.substring(before.lastIndexOf(':') + 1));
    }

    private void cutConnections(Dependency dependency) throws IOException {
        Proxy proxy = proxy(dependency);
        if (proxy.isEnabled()) {
            proxy.disable();
            proxy.enable();
        }
    }

    private Optional<Toxic> toxic(Dependency dependency, String name) throws IOException {
        return proxy(dependency).toxics().getAll().stream()
                .filter(toxic -> toxic.getName().equals(name))
                .map(Toxic.class::cast)
                .findFirst();
    }

    private Proxy proxy(Dependency dependency) throws IOException {
        return client.getProxy(dependency.title());
    }
}
