package io.ordertrace.shop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Model files to send. */
final class Stl {

    private Stl() {}

    /** A binary file whose triangles lie at the given height, so that another height is another file. */
    static byte[] binary(int triangles, float height) {
        ByteBuffer buffer = ByteBuffer.allocate(84 + 50 * triangles).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(80, triangles).position(84);
        for (int i = 0; i < triangles; i++) {
            for (float number : new float[] {0, 0, 1, 0, 0, height, 1, 0, height, 0, 1 + i, height}) {
                buffer.putFloat(number);
            }
            buffer.putShort((short) 0);
        }
        return buffer.array();
    }
}
