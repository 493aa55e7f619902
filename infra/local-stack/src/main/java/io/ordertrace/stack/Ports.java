package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every port of the stack, all on loopback. */
public record Ports(
        int portal,
        int portalManagement,
        int shopApi,
        int crmApi,
        int mesApi,
        int keycloak,
        int keycloakManagement,
        CollectorPorts collector,
        JaegerPorts jaeger,
        int postgres,
        int amqp,
        int s3,
        ProxyPorts proxies,
        int switchboard) {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int COUNT = 24;
    private static final int HIGHEST_DEFAULT = 19_001;
    private static final int HIGHEST = 65_535;

    /** The documented ports, each moved by {@code offset} (0 to 46534). */
    public static Ports withOffset(int offset) {
        if (offset < 0 || offset > HIGHEST - HIGHEST_DEFAULT) {
            throw new IllegalArgumentException(
                    "the port offset must lie between 0 and " + (HIGHEST - HIGHEST_DEFAULT) + ", not " + offset);
        }
        return of(List.of(
                        8080, 8090, 8081, 8082, 8083, 8180, 8190, 4317, 4318, 4320, 13_133, 16_685, 16_686, 16_317,
                        16_133, 15_432, 15_672, 19_000, 8474, 15_433, 15_434, 19_001, 15_673, 8070)
                .stream()
                .map(port -> port + offset)
                .toList());
    }

    /** Ports that are free at the moment, for tests that run beside a stack. */
    public static Ports free() {
        return of(freePorts(COUNT));
    }

    /** One port that is free at the moment. */
    public static int freePort() {
        return freePorts(1).getFirst();
    }

    /** What listens where, for checks and messages. */
    public Map<String, Integer> byComponent() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("portal", portal);
        all.put("portal (management)", portalManagement);
        all.put("shop-api", shopApi);
        all.put("crm-api", crmApi);
        all.put("mes-api", mesApi);
        all.put("keycloak", keycloak);
        all.put("keycloak (management)", keycloakManagement);
        all.put("collector (OTLP gRPC)", collector.otlpGrpc());
        all.put("collector (OTLP HTTP)", collector.otlpHttp());
        all.put("collector (browsers' OTLP HTTP)", collector.browserHttp());
        all.put("collector (health)", collector.health());
        all.put("jaeger (query gRPC)", jaeger.queryGrpc());
        all.put("jaeger (query HTTP)", jaeger.queryHttp());
        all.put("jaeger (OTLP gRPC)", jaeger.otlpGrpc());
        all.put("jaeger (health)", jaeger.health());
        all.put("postgresql", postgres);
        all.put("broker (AMQP)", amqp);
        all.put("object store (S3)", s3);
        all.put("toxiproxy (control)", proxies.control());
        all.put("toxiproxy (shop-db)", proxies.shopDb());
        all.put("toxiproxy (mes-db)", proxies.mesDb());
        all.put("toxiproxy (3d-files)", proxies.s3());
        all.put("toxiproxy (orders-mq)", proxies.amqp());
        all.put("switchboard", switchboard);
        return all;
    }

    /** Throws {@link ComponentFailed} naming every component whose port somebody else holds. */
    public void requireFree() {
        List<String> taken = new ArrayList<>();
        byComponent().forEach((component, port) -> {
            if (!isFree(port)) {
                taken.add("port " + port + " of " + component);
            }
        });
        if (!taken.isEmpty()) {
            throw new ComponentFailed(
                    "local stack",
                    "already taken: " + String.join(", ", taken)
                            + ". Stop what listens there, or choose other ports with --port-offset N.");
        }
    }

    /** True when nothing listens on the port, neither on loopback nor on all addresses. */
    static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    /** True when somebody accepts connections on the port of the loopback address. */
    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Ports of(List<Integer> ports) {
        Iterator<Integer> next = ports.iterator();
        return new Ports(
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                new CollectorPorts(next.next(), next.next(), next.next(), next.next()),
                new JaegerPorts(next.next(), next.next(), next.next(), next.next()),
                next.next(),
                next.next(),
                next.next(),
                new ProxyPorts(next.next(), next.next(), next.next(), next.next(), next.next()),
                next.next());
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        } finally {
            for (ServerSocket socket : held) {
                close(socket);
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
