package io.ordertrace.shop.submission;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.shop.model.ModelStore;
import io.ordertrace.shop.order.IllegalTransition;
import io.ordertrace.shop.order.Order;
import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.OrderModel;
import io.ordertrace.shop.order.Orders;
import io.ordertrace.shop.order.UserId;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import io.ordertrace.telemetry.StoredModel;
import io.ordertrace.upload.ModelUpload;
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

    /**
     * Sending the same file again changes nothing, however far the order has come meanwhile: so a customer who got no
     * answer can simply repeat the request. Whatever can be refused without the file is refused before it is read.
     *
     * @throws io.ordertrace.upload.TooManyUploads if there is no room for the file
     */
    Order submit(OrderId id, UserId user, String fileName, ModelUpload upload) {
        try (Scope ignored = telemetry.order(id.value())) {
            Order order = orders.get(id);
            order.requireOwner(user);
            if (!canTake(order, upload)) {
                IllegalTransition refusal = order.refusal(OrderStatus.SUBMITTED);
                attempt(order).refused(refusal);
                throw refusal;
            }
            return upload.receive(content -> submit(id, fileName, content));
        }
    }

    /** An order that has a model already only takes the same once more, which has the same length. */
    private static boolean canTake(Order order, ModelUpload upload) {
        OrderModel model = order.model();
        return order.status().canBecome(OrderStatus.SUBMITTED)
                || (model != null && upload.mayHave(model.stored().sizeBytes()));
    }

    /** While the file arrived, an earlier try may have come to its end: the order is read again. */
    private Order submit(OrderId id, String fileName, byte[] content) {
        Order order = orders.get(id);
        StoredModel model = describe(id, content);
        telemetry.model(model);
        if (order.hasModel(model)) {
            return order;
        }
        attempt(order).run(() -> change(order, new OrderModel(fileName, model), content));
        return orders.get(id);
    }

    private StatusChange attempt(Order order) {
        return telemetry
                .statusChange(order.id().value(), OrderStatus.SUBMITTED)
                .from(order.status())
                .user(order.user().value());
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
