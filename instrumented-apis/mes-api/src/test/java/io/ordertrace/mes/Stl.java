package io.ordertrace.mes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes small STL files: triangles of nine numbers each. */
public final class Stl {

    private static final int[][] CUBE_FACES = {
        {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
        {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
    };

    private Stl() {}

    /** Twelve triangles facing outwards around a cube that begins at (start, start, start). */
    public static List<float[]> cube(float start, float side) {
        float end = start + side;
        float[][] corners = {
            {start, start, start}, {end, start, start}, {end, end, start}, {start, end, start},
            {start, start, end}, {end, start, end}, {end, end, end}, {start, end, end}
        };
        List<float[]> triangles = new ArrayList<>();
        for (int[] face : CUBE_FACES) {
            triangles.add(triangle(corners[face[0]], corners[face[1]], corners[face[2]]));
        }
        return triangles;
    }

    public static float[] triangle(float[] a, float[] b, float[] c) {
        return new float[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
    }

    public static byte[] binary(List<float[]> triangles) {
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * triangles.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("solid in name only".getBytes(StandardCharsets.US_ASCII)).position(80);
        bytes.putInt(triangles.size());
        for (float[] triangle : triangles) {
            bytes.position(bytes.position() + 12);
            for (float number : triangle) {
                bytes.putFloat(number);
            }
            bytes.putShort((short) 0);
        }
        return bytes.array();
    }

    public static byte[] ascii(List<float[]> triangles) {
        StringBuilder text = new StringBuilder("solid vertex test\n");
        for (float[] t : triangles) {
            text.append("facet normal 0 0 0\n outer loop\n");
            for (int i = 0; i < 9; i += 3) {
                text.append(String.format(Locale.ROOT, "  vertex %e %e %e\r\n", t[i], t[i + 1], t[i + 2]));
            }
            text.append(" endloop\nendfacet\n");
        }
        return text.append("endsolid vertex test\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
