package io.ordertrace.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A model that is sent piece by piece, as over a slow line, by a program that does not come again by itself. */
final class RawUpload implements AutoCloseable {

    /** Less than the service waits for a silent caller. */
    private static final int PATIENCE_MILLIS = 7_000;

    private final Socket socket;

    private RawUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of the request and nothing of the model. */
    static RawUpload begin(int port, String user, String orderId, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        RawUpload upload = new RawUpload(socket);
        upload.send("""
                PUT /api/orders/%s/model?filename=ring.stl HTTP/1.1\r
                Host: shop\r
                Connection: close\r
                X-User-Id: %s\r
                Content-Type: application/octet-stream\r
                Content-Length: %d\r
                \r
                """.formatted(orderId, user, length).getBytes(StandardCharsets.US_ASCII));
        return upload;
    }

    void send(byte[] part) throws IOException {
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
    }

    /** Head and body of the answer to a model that is sent completely. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Does not wait for the end of the answer. */
    int status() throws IOException {
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        return Integer.parseInt(answer.readLine().split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
