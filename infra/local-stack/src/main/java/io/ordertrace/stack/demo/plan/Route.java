package io.ordertrace.stack.demo.plan;

import static io.ordertrace.stack.demo.plan.Step.APPROVE;
import static io.ordertrace.stack.demo.plan.Step.CALL_OFF;
import static io.ordertrace.stack.demo.plan.Step.CANCEL;
import static io.ordertrace.stack.demo.plan.Step.CLOSE;
import static io.ordertrace.stack.demo.plan.Step.COMPLETE;
import static io.ordertrace.stack.demo.plan.Step.CREATE;
import static io.ordertrace.stack.demo.plan.Step.ORDER;
import static io.ordertrace.stack.demo.plan.Step.PACK;
import static io.ordertrace.stack.demo.plan.Step.REJECT;
import static io.ordertrace.stack.demo.plan.Step.REWORK;
import static io.ordertrace.stack.demo.plan.Step.SHIP;
import static io.ordertrace.stack.demo.plan.Step.SUBMIT;
import static io.ordertrace.stack.demo.plan.Step.TAKE;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The steps that an order takes if nothing goes wrong, drawn by the shares of a usual week. */
record Route(boolean b2b, List<Step> steps) {

    private static final double B2B = 0.20;
    private static final double ABANDONED = 0.04;
    private static final double REJECTED = 0.06;
    private static final double CANCELLED = 0.05;
    private static final double CALLED_OFF = 0.03;
    private static final double REWORKED = 0.07;

    Route {
        steps = List.copyOf(steps);
    }

    static Route draw(RandomGenerator random) {
        boolean b2b = random.nextDouble() < B2B;
        double fate = random.nextDouble();
        boolean reworked = random.nextDouble() < REWORKED;
        List<Step> steps = new ArrayList<>(b2b ? List.of(ORDER) : List.of(CREATE, SUBMIT));
        steps.addAll(rest(fate, b2b, reworked));
        // A partner's program does not leave an order half-made.
        return !b2b && fate < ABANDONED ? new Route(false, List.of(CREATE)) : new Route(b2b, steps);
    }

    private static List<Step> rest(double fate, boolean b2b, boolean reworked) {
        double rejected = ABANDONED + REJECTED;
        double cancelled = rejected + CANCELLED;
        if (fate < rejected) {
            return List.of(REJECT);
        }
        if (fate < cancelled && !b2b) {
            return List.of(CANCEL);
        }
        if (fate < cancelled + CALLED_OFF) {
            return List.of(APPROVE, CALL_OFF);
        }
        return reworked
                ? List.of(APPROVE, TAKE, COMPLETE, REWORK, COMPLETE, PACK, SHIP, CLOSE)
                : List.of(APPROVE, TAKE, COMPLETE, PACK, SHIP, CLOSE);
    }
}
