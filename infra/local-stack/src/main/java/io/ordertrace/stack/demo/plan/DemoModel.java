package io.ordertrace.stack.demo.plan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Jewellery as STL files, made of triangles by formula. Lengths are millimetres. */
public final class DemoModel {

    private static final int HEADER = 80;
    private static final int FACET = 50;

    private record Point(double x, double y, double z) {}

    private record Facet(Point a, Point b, Point c) {}

    private final List<Facet> facets;

    private DemoModel(List<Facet> facets) {
        this.facets = facets;
    }

    /**
     * A torus.
     *
     * @param radius   from the ring's middle to the middle of its wire
     * @param wire     radius of the wire
     * @param segments around the ring; half as many around the wire
     */
    public static DemoModel ring(double radius, double wire, int segments) {
        List<Facet> facets = new ArrayList<>();
        int around = segments / 2;
        for (int i = 0; i < segments; i++) {
            for (int j = 0; j < around; j++) {
                double u = 2 * Math.PI * i / segments;
                double nextU = 2 * Math.PI * ((i + 1) % segments) / segments;
                double v = 2 * Math.PI * j / around;
                double nextV = 2 * Math.PI * ((j + 1) % around) / around;
                Point a = torus(radius, wire, u, v);
                Point b = torus(radius, wire, nextU, v);
                Point c = torus(radius, wire, nextU, nextV);
                facets.add(new Facet(a, b, c));
                facets.add(new Facet(a, c, torus(radius, wire, u, nextV)));
            }
        }
        return new DemoModel(facets);
    }

    /** The same without its last facets: a surface with a hole, which encloses no volume and so has no price. */
    public DemoModel torn() {
        return new DemoModel(facets.subList(0, facets.size() * 3 / 4));
    }

    public byte[] binary() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + Integer.BYTES + FACET * facets.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(HEADER).putInt(facets.size());
        for (Facet facet : facets) {
            put(bytes, new Point(0, 0, 0));
            put(bytes, facet.a);
            put(bytes, facet.b);
            put(bytes, facet.c);
            bytes.putShort((short) 0);
        }
        return bytes.array();
    }

    public byte[] ascii() {
        StringBuilder text = new StringBuilder("solid demo\n");
        for (Facet facet : facets) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (Point point : List.of(facet.a, facet.b, facet.c)) {
                text.append(String.format(Locale.ROOT, "vertex %.6e %.6e %.6e%n", point.x, point.y, point.z));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid demo\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Point torus(double radius, double wire, double u, double v) {
        double fromAxis = radius + wire * Math.cos(v);
        return new Point(fromAxis * Math.cos(u), fromAxis * Math.sin(u), wire * Math.sin(v));
    }

    private static void put(ByteBuffer bytes, Point point) {
        bytes.putFloat((float) point.x).putFloat((float) point.y).putFloat((float) point.z);
    }
}
