package io.ordertrace.mes.pricing;

import io.ordertrace.mes.model.ModelStore;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.mes.order.RecordedStep;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;

/** MES's own step: a submitted order gets its price. */
@Service
public class Pricing {

    private final ManufacturingOrders orders;
    private final ModelStore models;
    private final Prices prices;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    Pricing(ManufacturingOrders orders, ModelStore models, Prices prices, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.models = models;
        this.prices = prices;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * Takes in a submitted order and prices it. Told of the same order again, it changes nothing.
     *
     * @throws ModelNotPriceable if the same file can never get a price
     */
    public void price(OrderMessage submitted, StoredModel model) {
        orders.receive(submitted);
        ManufacturingOrder order = orders.get(submitted.orderId());
        if (order.status().leadsTo(OrderStatus.PRICE_CALCULATED)) {
            calculate(order, model);
        }
    }

    private void calculate(ManufacturingOrder order, StoredModel model) {
        StatusChange change = telemetry
                .statusChange(order.orderId(), OrderStatus.PRICE_CALCULATED)
                .from(order.status());
        RecordedStep.run(change, () -> store(order.priced(priceOf(model)), order.status()));
    }

    private ManufacturingOrder store(ManufacturingOrder priced, OrderStatus previous) {
        return outbox.commit(OrderQueue.PRICED, () -> orders.store(priced), stored -> stored.message(previous));
    }

    private BigDecimal priceOf(StoredModel model) {
        telemetry.model(model);
        byte[] stl = models.load(model.key());
        if (!ModelMetadata.read(stl).equals(model.metadata())) {
            throw new ModelChanged(model.key());
        }
        return prices.priceOf(stl);
    }
}
