package io.ordertrace.telemetry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Binary STL: 80 bytes of anything, a little-endian count, then 50 bytes for each facet. */
final class BinaryStl {

    private static final int HEADER = 80;
    private static final int FACETS = HEADER + Integer.BYTES;
    private static final int FACET = 50;
    private static final int NORMAL = 3 * Float.BYTES;
    private static final int VERTICES = 9;

    private BinaryStl() {}

    static boolean hasLengthOf(byte[] content) {
        return content.length >= FACETS && FACETS + (long) FACET * count(content) == content.length;
    }

    static long triangles(byte[] content) {
        ByteBuffer buffer = littleEndian(content);
        long count = count(content);
        if (count == 0) {
            throw new InvalidModel("The STL file holds no triangle");
        }
        // Normals are not looked at: programs write NaN there for thin facets, and readers compute them anyway.
        for (int vertices = FACETS + NORMAL; vertices < content.length; vertices += FACET) {
            for (int i = 0; i < VERTICES; i++) {
                if (!Float.isFinite(buffer.getFloat(vertices + i * Float.BYTES))) {
                    throw new InvalidModel("The STL file holds a coordinate that is not a number");
                }
            }
        }
        return count;
    }

    private static long count(byte[] content) {
        return Integer.toUnsignedLong(littleEndian(content).getInt(HEADER));
    }

    private static ByteBuffer littleEndian(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
