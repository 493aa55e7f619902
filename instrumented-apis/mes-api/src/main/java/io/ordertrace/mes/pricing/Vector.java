package io.ordertrace.mes.pricing;

/** A point or direction in space; millimetres. */
record Vector(double x, double y, double z) {

    static final Vector ZERO = new Vector(0, 0, 0);

    Vector plus(Vector other) {
        return new Vector(x + other.x, y + other.y, z + other.z);
    }

    Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vector min(Vector other) {
        return new Vector(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z));
    }

    Vector max(Vector other) {
        return new Vector(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z));
    }
}
