package io.ordertrace.mes.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Adds up triangles, one at a time, in constant memory. The volume is the sum of the signed tetrahedra between each
 * triangle and one fixed point; that sum means something only if the surface is closed, and a surface is closed only if
 * its area vectors cancel out.
 */
final class SolidMeter {

    /** Cracks as small as this part of the surface are common in exported files and do not change the price. */
    private static final double TOLERATED_GAP = 1e-4;

    /** A ball has 0.094; below this the two sides of the surface lie on each other. */
    private static final double FLAT = 1e-7;

    private @Nullable Vector origin;
    private Vector low = Vector.ZERO;
    private Vector high = Vector.ZERO;
    private Vector areaVectors = Vector.ZERO;
    private double area;
    private double sixfoldVolume;

    void add(Vector a, Vector b, Vector c) {
        if (origin == null) {
            origin = a;
            low = a;
            high = a;
        }
        low = low.min(a).min(b).min(c);
        high = high.max(a).max(b).max(c);
        Vector twiceArea = b.minus(a).cross(c.minus(a));
        areaVectors = areaVectors.plus(twiceArea);
        area += twiceArea.length();
        sixfoldVolume += a.minus(origin).dot(b.minus(origin).cross(c.minus(origin)));
    }

    /** @throws ModelHasNoVolume if the triangles are degenerate, open, or enclose nothing */
    Solid measure() {
        if (!(area > 0)) {
            throw new ModelHasNoVolume("all triangles are degenerate");
        }
        if (areaVectors.length() > TOLERATED_GAP * area) {
            throw new ModelHasNoVolume("the surface is open or its triangles face different ways");
        }
        double volume = Math.abs(sixfoldVolume) / 6;
        if (volume < FLAT * Math.pow(area / 2, 1.5)) {
            throw new ModelHasNoVolume("the surface is flat");
        }
        Vector size = high.minus(low);
        return new Solid(volume, Math.max(size.x(), Math.max(size.y(), size.z())));
    }
}
