package io.ordertrace.stack.demo;

/**
 * What goes on in the demo.
 *
 * @param samples whether to send one order of each sort through the services, for {@code stack.json}
 * @param seed    the same seed makes the same week: people, models, times, troubles
 * @param orders  orders of the week before the start, 0 for none, at most {@value #MOST_ORDERS}
 * @param speed   how many times faster than in real life orders go on after the start, 0 for not at all, at most
 *     {@value #HIGHEST_SPEED}
 */
public record DemoSettings(boolean samples, long seed, int orders, double speed) {

    public static final int MOST_ORDERS = 2_000;
    public static final int HIGHEST_SPEED = 10_000;

    private static final DemoSettings NOTHING = new DemoSettings(false, 0, 0, 0);

    public DemoSettings {
        if (orders < 0 || orders > MOST_ORDERS) {
            throw new IllegalArgumentException("demo orders must be 0 to " + MOST_ORDERS + ", not " + orders);
        }
        if (!(speed >= 0 && speed <= HIGHEST_SPEED)) {
            throw new IllegalArgumentException("demo speed must be 0 to " + HIGHEST_SPEED + ", not " + speed);
        }
    }

    /** An empty portal. */
    public static DemoSettings nothing() {
        return NOTHING;
    }
}
