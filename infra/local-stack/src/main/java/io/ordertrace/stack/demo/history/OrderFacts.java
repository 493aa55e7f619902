package io.ordertrace.stack.demo.history;

import io.ordertrace.stack.demo.plan.PlannedOrder;

/** What is the same on all steps of an order. */
record OrderFacts(String id, Filling.Model model) {

    /**
     * Ids of the history begin where the numbers of the services, which count from 1, do not come: {@code ORD-9000001},
     * {@code B2B-9000002}.
     */
    private static final int FIRST_NUMBER = 9_000_000;

    static OrderFacts of(PlannedOrder order) {
        return new OrderFacts(
                (order.b2b() ? "B2B-" : "ORD-") + (FIRST_NUMBER + order.number()), Filling.Model.of(order.jewel()));
    }
}
