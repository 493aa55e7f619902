package io.ordertrace.mes.b2b;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which API key. Only digests are kept, and every one of them is compared in full, so that the time of an
 * answer tells nothing about a key.
 */
final class ApiKeys {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int SHORTEST_KEY = 16;

    private final List<Holder> holders = new ArrayList<>();

    /**
     * @param list {@code apiUserId:key[,apiUserId:key]}, empty for nobody. A user may have several keys, so that one can
     *     be replaced without a gap.
     */
    ApiKeys(String list) {
        for (String entry : list.isBlank() ? new String[0] : list.split(",", -1)) {
            int colon = entry.indexOf(':');
            String user = colon < 0 ? "" : entry.substring(0, colon).strip();
            String key = entry.substring(colon + 1).strip();
            if (!USER.matcher(user).matches() || key.length() < SHORTEST_KEY) {
                // The entry itself is not repeated: it may be a key.
                throw new IllegalArgumentException(
                        "API keys are written as apiUserId:key[,apiUserId:key], each key of at least " + SHORTEST_KEY
                                + " characters");
            }
            holders.add(new Holder(user, digest(key)));
        }
    }

    /** @throws UnknownApiKey if nobody holds the key */
    String userOf(@Nullable String key) {
        byte[] asked = digest(key == null ? "" : key);
        String found = null;
        for (Holder each : holders) {
            if (MessageDigest.isEqual(each.digest(), asked)) {
                found = each.user();
            }
        }
        if (found == null) {
            throw new UnknownApiKey();
        }
        return found;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private record Holder(String user, byte[] digest) {}
}
