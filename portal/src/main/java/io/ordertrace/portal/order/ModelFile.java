package io.ordertrace.portal.order;

import org.jspecify.annotations.Nullable;

/**
 * The 3D model of an order, as far as the services told.
 *
 * @param key object key in the store, ending in the file's name
 * @param sizeBytes size in bytes
 */
public record ModelFile(
        @Nullable String key,
        @Nullable String format,
        @Nullable Long sizeBytes,
        @Nullable Long triangles,
        @Nullable String sha256) {

    /** The file's own name: {@code ring.stl} of {@code orders/ORD-0000001/ring.stl}. */
    public @Nullable String fileName() {
        return key == null ? null : key.substring(key.lastIndexOf('/') + 1);
    }
}
