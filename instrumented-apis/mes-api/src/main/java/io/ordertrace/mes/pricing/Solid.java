package io.ordertrace.mes.pricing;

/**
 * What is enclosed by a closed surface of triangles. An STL file names no unit; as everywhere in casting, it is taken to
 * be the millimetre.
 *
 * @param volumeMm3 cubic millimetres, above zero
 * @param longestSideMm longest side of the box around the solid, above zero
 */
record Solid(double volumeMm3, double longestSideMm) {

    Solid {
        if (!(volumeMm3 > 0) || !(longestSideMm > 0)) {
            throw new IllegalArgumentException("a solid has a volume and a size");
        }
    }

    double volumeCm3() {
        return volumeMm3 / 1000;
    }
}
