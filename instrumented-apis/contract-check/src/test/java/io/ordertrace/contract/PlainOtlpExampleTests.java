package io.ordertrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ordertrace.contract.otlp.OtlpReader;
import io.ordertrace.registry.Registry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example for a service that is not written in Java runs, and what it sends keeps the contract. */
class PlainOtlpExampleTests {

    private static final Path EXAMPLE = Path.of("../order-telemetry/examples/status-change.mjs");

    private final BlockingQueue<byte[]> bodies = new ArrayBlockingQueue<>(1);

    @Test
    void sendsAChangeAndAnAttemptThatKeepTheContract() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
        try {
            assertThat(runAgainst(server.getAddress().getPort())).isZero();
        } finally {
            server.stop(0);
        }

        ContractCheck check = new ContractCheck(Registry.load(), Duration.ofMinutes(5), violation -> {});
        new OtlpReader(check::add).read(new ByteArrayInputStream(bodies.remove()), "what the example sent");
        Report report = check.finish();
        assertThat(report.spans()).isEqualTo(3);
        assertThat(report.services()).containsOnlyKeys("mes-api");
        assertThat(report.violations()).isZero();
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean known = "Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        bodies.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(known ? 200 : 401, -1);
        exchange.close();
    }

    private static int runAgainst(int port) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", EXAMPLE.toString()).inheritIO();
        node.environment().put("OTLP_ENDPOINT", "http://127.0.0.1:" + port);
        node.environment().put("OTLP_TOKEN", "a-token");
        Process process = node.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
