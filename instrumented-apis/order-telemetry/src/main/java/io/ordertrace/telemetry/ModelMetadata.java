package io.ordertrace.telemetry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a 3D model file says about itself; parameters as in {@link StoredModel}. Two files with equal metadata are
 * the same file.
 */
public record ModelMetadata(String format, long sizeBytes, long triangles, String sha256) {

    public static final String BINARY = "stl-binary";
    public static final String ASCII = "stl-ascii";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ModelMetadata {
        check(format, sizeBytes, triangles, sha256);
    }

    /**
     * Reads a binary or ASCII STL file completely; every facet is looked at.
     *
     * @throws InvalidModel if the bytes are not such a file, are cut off, or hold no triangle
     */
    public static ModelMetadata read(byte[] content) {
        // The length decides first: many programs begin their binary files with "solid", too.
        boolean binary = BinaryStl.hasLengthOf(content);
        long triangles = binary ? BinaryStl.triangles(content) : AsciiStl.triangles(content);
        return new ModelMetadata(binary ? BINARY : ASCII, content.length, triangles, sha256(content));
    }

    /** The same facts together with the place where the file was put. */
    public StoredModel storedAs(String key) {
        return new StoredModel(key, format, sizeBytes, triangles, sha256);
    }

    static void check(String format, long sizeBytes, long triangles, String sha256) {
        if (!BINARY.equals(format) && !ASCII.equals(format)) {
            throw new IllegalArgumentException("Not a known format of a model");
        }
        if (sizeBytes < 1 || triangles < 1) {
            throw new IllegalArgumentException("A model has at least one triangle");
        }
        if (sha256 == null || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
