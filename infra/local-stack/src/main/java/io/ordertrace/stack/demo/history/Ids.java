package io.ordertrace.stack.demo.history;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids made of what they are ids of, so that spans sent twice are stored once. */
final class Ids {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private Ids() {}

    static ByteString trace(String of) {
        return ByteString.copyFrom(sha256("trace " + of), 0, TRACE_BYTES);
    }

    static ByteString span(String of) {
        return ByteString.copyFrom(sha256("span " + of), 0, SPAN_BYTES);
    }

    static String message(String of) {
        return UUID.nameUUIDFromBytes(("message " + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
