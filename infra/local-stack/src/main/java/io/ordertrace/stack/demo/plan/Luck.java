package io.ordertrace.stack.demo.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Deals the mishaps among the orders: each comes at a small rate, but none is missing from a week of a hundred orders
 * or more, and no order has two.
 */
final class Luck {

    /** Of all orders, for each mishap. */
    private static final double RATE = 0.006;
    /** The last orders of the week have not yet come to the step that would go wrong. */
    private static final double OLD_ENOUGH = 0.6;

    private Luck() {}

    /** Which order, by its place in the list, has which mishap. */
    static Map<Integer, Mishap> deal(List<Route> routes, long seed) {
        List<Integer> orders = new ArrayList<>();
        for (int i = 0; i < routes.size() * OLD_ENOUGH; i++) {
            orders.add(i);
        }
        Collections.shuffle(orders, new Random(seed));
        Map<Integer, Mishap> dealt = new HashMap<>();
        long each = Math.max(1, Math.round(RATE * routes.size()));
        for (Mishap mishap : Mishap.values()) {
            orders.stream()
                    .filter(order -> !dealt.containsKey(order))
                    .filter(order -> canBefall(mishap, routes.get(order)))
                    .limit(each)
                    .toList()
                    .forEach(order -> dealt.put(order, mishap));
        }
        return dealt;
    }

    /** Partners' orders have luck: for what goes wrong with theirs the services would tell other spans. */
    private static boolean canBefall(Mishap mishap, Route route) {
        return !route.b2b() && route.steps().contains(mishap.step());
    }
}
