package io.ordertrace.mes.production;

import io.opentelemetry.context.Scope;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.mes.order.RecordedStep;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import org.springframework.stereotype.Service;

/** The steps an operator makes. */
@Service
class Production {

    private final ManufacturingOrders orders;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    Production(ManufacturingOrders orders, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * Moves an order on, and tells the other services.
     *
     * @throws io.ordertrace.mes.order.UnknownOrder if there is none
     * @throws io.ordertrace.mes.order.IllegalTransition if the order is not ready for the step
     * @throws io.ordertrace.mes.order.ChangedMeanwhile if somebody was faster
     */
    ManufacturingOrder move(String orderId, Step step, String operatorId) {
        try (Scope ignored = telemetry.order(orderId)) {
            ManufacturingOrder order = orders.get(orderId);
            StatusChange change = telemetry
                    .statusChange(orderId, step.to())
                    .from(order.status())
                    .operator(operatorId);
            return RecordedStep.run(
                    change, () -> store(order.workedOn(step.from(), step.to(), operatorId), order.status()));
        }
    }

    private ManufacturingOrder store(ManufacturingOrder moved, OrderStatus previous) {
        return outbox.commit(OrderQueue.STATUS_CHANGED, () -> orders.store(moved), stored -> stored.message(previous));
    }
}
