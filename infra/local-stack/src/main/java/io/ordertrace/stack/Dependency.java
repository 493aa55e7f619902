package io.ordertrace.stack;

/** What the three services depend on and the stack can make trouble in, by the names that their spans give it. */
public enum Dependency {
    SHOP_DB("shop-db"),
    MES_DB("mes-db"),
    FILES("3d-files"),
    QUEUE("orders-mq");

    private final String title;

    Dependency(String title) {
        this.title = title;
    }

    /** The value of {@code jewelry.failure.dependency}. */
    public String title() {
        return title;
    }
}
