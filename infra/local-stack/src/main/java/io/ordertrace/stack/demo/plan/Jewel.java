package io.ordertrace.stack.demo.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is ordered.
 *
 * @param item   in one word
 * @param radius of the ring, millimetres
 * @param wire   radius of its wire, millimetres
 * @param ascii  the form of the STL file
 */
public record Jewel(String item, double radius, double wire, boolean ascii) {

    private static final List<String> ITEMS = List.of("ring", "signet", "pendant", "brooch", "earrings", "bracelet");
    private static final double ASCII = 0.15;
    private static final int FINENESS = 48;

    static Jewel draw(RandomGenerator random) {
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        double radius = item.equals("bracelet") ? 28 + 6 * random.nextDouble() : 6 + 6 * random.nextDouble();
        return new Jewel(item, radius, 0.8 + random.nextDouble(), random.nextDouble() < ASCII);
    }

    public String format() {
        return ascii ? "stl-ascii" : "stl-binary";
    }

    /** The file. The same jewel makes the same bytes. */
    public byte[] stl() {
        DemoModel model = DemoModel.ring(radius, wire, FINENESS);
        return ascii ? model.ascii() : model.binary();
    }

    /** Facets of the file. */
    public int triangles() {
        return FINENESS * FINENESS;
    }
}
