package io.ordertrace.stack.demo.plan;

import java.util.List;

/**
 * An order with all its steps, in the order of time.
 *
 * @param number from 1, in the order in which the orders are made
 */
public record PlannedOrder(int number, boolean b2b, Jewel jewel, List<PlannedStep> steps) {

    public PlannedOrder {
        steps = List.copyOf(steps);
        if (number < 1 || steps.isEmpty()) {
            throw new IllegalArgumentException("an order has a number from 1 and a first step");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i).at().isAfter(steps.get(i - 1).at())) {
                throw new IllegalArgumentException("a step must come after the one before: " + steps);
            }
        }
    }
}
