package io.ordertrace.mes.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ModelStoreTests {

    @Test
    void givesUpOnAStoreThatTakesTheCallAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ModelStore models = storeAt(silent.getLocalPort());

            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> models.load("orders/ORD-0000001/ring.stl"))
                            .isInstanceOf(ApiCallTimeoutException.class));
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThatThrownBy(() -> storeAt(nobody).load("orders/ORD-0000001/ring.stl"))
                .isInstanceOf(SdkClientException.class);
    }

    private static ModelStore storeAt(int port) {
        ModelStoreSettings settings = new ModelStoreSettings(
                URI.create("http://127.0.0.1:" + port),
                "key",
                "secret",
                "models",
                Duration.ofMillis(300),
                Duration.ofSeconds(1));
        return new ModelStore(new ModelStoreConfiguration().s3Client(settings), settings);
    }
}
