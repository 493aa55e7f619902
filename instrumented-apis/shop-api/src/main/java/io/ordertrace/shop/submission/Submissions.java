package io.ordertrace.shop.submission;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.shop.model.ModelStore;
import io.ordertrace.shop.order.Order;
import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.OrderModel;
import io.ordertrace.shop.order.Orders;
import io.ordertrace.shop.order.UserId;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StoredModel;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Turns a created order and a file into a submitted order. */
@Service
class Submissions {

    private final Orders orders;
    private final ModelStore models;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    Submissions(Orders orders, ModelStore models, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.models = models;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /** Sending the same file again changes nothing: so a customer who got no answer can simply repeat the request. */
    Order submit(OrderId id, UserId user, String fileName, byte[] content) {
        try (Scope ignored = telemetry.order(id.value())) {
            Order order = orders.get(id);
            order.requireOwner(user);
            StoredModel model = describe(id, content);
            telemetry.model(model);
            if (order.isSubmittedWith(model)) {
                return order;
            }
            telemetry
                    .statusChange(id.value(), OrderStatus.SUBMITTED)
                    .from(order.status())
                    .user(user.value())
                    .run(() -> change(order, new OrderModel(fileName, model), content));
            return orders.get(id);
        }
    }

    /**
     * The key holds the content's hash, not the customer's file name: two uploads at once cannot replace each other's
     * file, and a name that says who the customer is does not get into traces.
     */
    private static StoredModel describe(OrderId id, byte[] content) {
        ModelMetadata metadata = ModelMetadata.read(content);
        return metadata.storedAs("orders/" + id + "/model-" + metadata.sha256().substring(0, 16) + ".stl");
    }

    /** The file first: an order never names a model that is not there. */
    private Instant change(Order order, OrderModel model, byte[] content) {
        order.requireCanBecome(OrderStatus.SUBMITTED);
        models.put(model.stored().key(), content);
        return outbox.commit(
                OrderQueue.SUBMITTED,
                () -> orders.submit(order, model),
                changedAt -> message(order, changedAt, model.stored()));
    }

    private static OrderMessage message(Order order, Instant changedAt, StoredModel model) {
        return new OrderMessage(
                order.id().value(),
                OrderStatus.SUBMITTED,
                OrderStatus.CREATED,
                changedAt,
                order.user().value(),
                null,
                null,
                null,
                model,
                null);
    }
}
