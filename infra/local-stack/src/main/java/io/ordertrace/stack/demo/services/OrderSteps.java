package io.ordertrace.stack.demo.services;

import io.ordertrace.stack.demo.plan.Jewel;
import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.plan.Step;
import java.util.Locale;
import java.util.Map;

/** Does the steps of the plan in the real services. */
public final class OrderSteps {

    private final ServiceClient services;
    private final Map<String, String> apiKeys;

    /** @param apiKeys by API user */
    public OrderSteps(ServiceClient services, Map<String, String> apiKeys) {
        this.services = services;
        this.apiKeys = Map.copyOf(apiKeys);
    }

    /**
     * The first step of an order.
     *
     * @return the id that the service gave it
     * @throws IllegalStateException if the service refuses or does not answer
     */
    public String begin(PlannedStep first, Jewel jewel) {
        if (first.step() == Step.ORDER) {
            String key = apiKeys.get(first.actor());
            if (key == null) {
                throw new IllegalStateException(first.actor() + " has no API key");
            }
            return services.createB2bOrder(key, jewel.item() + ".stl", jewel.stl());
        }
        return services.createOrder(first.actor(), jewel.item());
    }

    /**
     * Any other step.
     *
     * @throws IllegalStateException if the service refuses or does not answer
     */
    public void go(String order, PlannedStep step, Jewel jewel) {
        String actor = step.actor();
        switch (step.step()) {
            case SUBMIT -> services.uploadModel(order, actor, jewel.item() + ".stl", jewel.stl());
            case CANCEL -> services.cancel(order, actor);
            case CALL_OFF -> services.asSeller(actor, order, "cancel");
            case APPROVE, REJECT, CLOSE -> services.asSeller(actor, order, verb(step));
            case TAKE, COMPLETE, REWORK, PACK, SHIP -> services.asOperator(actor, order, verb(step));
            case CREATE, ORDER -> throw new IllegalArgumentException("an order begins once: " + step);
        }
    }

    private static String verb(PlannedStep step) {
        return step.step().name().toLowerCase(Locale.ROOT);
    }
}
