package io.ordertrace.mes.pricing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The triangles of an STL file. Binary files are recognised by their length, because many of them begin with the word
 * {@code solid} as well.
 */
final class StlTriangles {

    private static final int HEADER = 80;
    private static final int TRIANGLE = 50;
    private static final int NORMAL = 12;

    private final byte[] stl;

    StlTriangles(byte[] stl) {
        this.stl = stl;
    }

    @FunctionalInterface
    interface Visitor {
        void triangle(Vector a, Vector b, Vector c);
    }

    /** @throws ModelHasNoVolume if the file breaks off in the middle of a triangle */
    void forEach(Visitor visitor) {
        if (isBinary()) {
            binary(visitor);
        } else {
            ascii(visitor);
        }
    }

    private boolean isBinary() {
        return stl.length >= HEADER + 4 && stl.length == HEADER + 4 + TRIANGLE * count();
    }

    private long count() {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER));
    }

    private void binary(Visitor visitor) {
        ByteBuffer bytes = ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = HEADER + 4; start < stl.length; start += TRIANGLE) {
            bytes.position(start + NORMAL);
            visitor.triangle(point(bytes), point(bytes), point(bytes));
        }
    }

    private static Vector point(ByteBuffer bytes) {
        return new Vector(bytes.getFloat(), bytes.getFloat(), bytes.getFloat());
    }

    private void ascii(Visitor visitor) {
        List<Vector> corners = new ArrayList<>(3);
        for (String line : (Iterable<String>) new String(stl, StandardCharsets.ISO_8859_1).lines()::iterator) {
            String[] words = line.strip().split("\\s+");
            if (!words[0].equalsIgnoreCase("vertex")) {
                continue;
            }
            corners.add(point(words));
            if (corners.size() == 3) {
                visitor.triangle(corners.get(0), corners.get(1), corners.get(2));
                corners.clear();
            }
        }
        if (!corners.isEmpty()) {
            throw new ModelHasNoVolume("the file breaks off in the middle of a triangle");
        }
    }

    private static Vector point(String[] words) {
        try {
            return new Vector(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ModelHasNoVolume("a corner of a triangle is not three numbers");
        }
    }
}
