package io.ordertrace.mes.pricing;

import io.ordertrace.mes.message.OrderMessages;
import io.ordertrace.mes.model.ModelStore;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.mes.order.RecordedStep;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
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
    private final OrderMessages messages;
    private final OrderTelemetry telemetry;

    Pricing(
            ManufacturingOrders orders,
            ModelStore models,
            Prices prices,
            OrderMessages messages,
            OrderTelemetry telemetry) {
        this.orders = orders;
        this.models = models;
        this.prices = prices;
        this.messages = messages;
        this.telemetry = telemetry;
    }

    /**
     * Takes in a submitted order and prices it. Told of the same order again, it changes nothing; but while nobody has
     * reacted to the price, it sends the price again, since the first message may never have left.
     *
     * @throws ModelNotPriceable if the same file can never get a price
     */
    public void price(OrderMessage submitted, StoredModel model) {
        orders.receive(submitted);
        ManufacturingOrder order = orders.get(submitted.orderId());
        if (order.status().leadsTo(OrderStatus.PRICE_CALCULATED)) {
            order = calculate(order, model);
        }
        if (order.status() == OrderStatus.PRICE_CALCULATED) {
            messages.publish(OrderQueue.PRICED, order.message(OrderStatus.SUBMITTED));
        }
    }

    private ManufacturingOrder calculate(ManufacturingOrder order, StoredModel model) {
        StatusChange change = telemetry
                .statusChange(order.orderId(), OrderStatus.PRICE_CALCULATED)
                .from(order.status());
        return RecordedStep.run(change, () -> orders.store(order.priced(priceOf(model))));
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
