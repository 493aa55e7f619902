package io.ordertrace.mes.pricing;

import io.ordertrace.telemetry.ModelMetadata;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The triangles of an STL file that {@link ModelMetadata#read} has found to be in order. */
final class StlTriangles {

    private static final int FACETS = 84;
    private static final int FACET = 50;
    private static final int NORMAL = 12;

    /** Names of solids are swallowed whole: they may hold any word. */
    private static final Pattern VERTEX =
            Pattern.compile("solid[^\\n]*|vertex\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private final byte[] stl;
    private final boolean binary;

    StlTriangles(byte[] stl) {
        this.stl = stl;
        this.binary = ModelMetadata.read(stl).format().equals(ModelMetadata.BINARY);
    }

    @FunctionalInterface
    interface Visitor {
        void triangle(Vector a, Vector b, Vector c);
    }

    void forEach(Visitor visitor) {
        if (binary) {
            binary(visitor);
        } else {
            ascii(visitor);
        }
    }

    private void binary(Visitor visitor) {
        ByteBuffer bytes = ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN);
        for (int facet = FACETS; facet < stl.length; facet += FACET) {
            bytes.position(facet + NORMAL);
            visitor.triangle(point(bytes), point(bytes), point(bytes));
        }
    }

    private static Vector point(ByteBuffer bytes) {
        return new Vector(bytes.getFloat(), bytes.getFloat(), bytes.getFloat());
    }

    private void ascii(Visitor visitor) {
        Matcher text = VERTEX.matcher(new String(stl, StandardCharsets.ISO_8859_1));
        while (nextVertex(text)) {
            visitor.triangle(point(text), vertex(text), vertex(text));
        }
    }

    private static boolean nextVertex(Matcher text) {
        while (text.find()) {
            if (text.start(1) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Vector vertex(Matcher text) {
        if (!nextVertex(text)) {
            throw new IllegalStateException("a facet of a checked STL file has three corners");
        }
        return point(text);
    }

    private static Vector point(Matcher text) {
        return new Vector(number(text, 1), number(text, 2), number(text, 3));
    }

    private static double number(Matcher text, int group) {
        return Double.parseDouble(text.group(group));
    }
}
