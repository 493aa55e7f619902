package io.ordertrace.telemetry;

import java.util.regex.Pattern;

/**
 * A 3D model that lies in the object store, as messages and spans describe it.
 *
 * @param key where it lies in the bucket, e.g. {@code orders/ORD-0000042/9f86d081884c7d65.stl}
 * @param format {@code stl-binary} or {@code stl-ascii}
 * @param sizeBytes length of the file, at least 1
 * @param triangles number of facets, at least 1
 * @param sha256 64 lower-case hexadecimal digits
 */
public record StoredModel(String key, String format, long sizeBytes, long triangles, String sha256) {

    private static final Pattern KEY = Pattern.compile("orders/[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,128}");

    public StoredModel {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of a model");
        }
        ModelMetadata.check(format, sizeBytes, triangles, sha256);
    }

    /** What can be read again from the file, to see whether it is still the same. */
    public ModelMetadata metadata() {
        return new ModelMetadata(format, sizeBytes, triangles, sha256);
    }
}
