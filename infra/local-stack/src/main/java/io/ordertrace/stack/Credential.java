package io.ordertrace.stack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A user name and its password, made afresh for each data directory. */
public record Credential(String user, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 16;

    public Credential {
        if (user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("a credential needs a user and a password");
        }
    }

    public static Credential fresh(String user) {
        return new Credential(user, freshSecret());
    }

    /** 128 random bits as 32 hexadecimal digits: safe in URLs, YAML, shell and HTTP headers alike. */
    public static String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Without the password, so that it does not slip into a log. */
    @Override
    public String toString() {
        return "Credential[" + user + "]";
    }
}
