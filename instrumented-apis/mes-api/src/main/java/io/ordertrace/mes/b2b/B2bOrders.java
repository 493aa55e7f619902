package io.ordertrace.mes.b2b;

import io.opentelemetry.context.Scope;
import io.ordertrace.mes.model.ModelStore;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.mes.order.RecordedStep;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StoredModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates and submits an order in one go; its price is calculated like that of any other, from MES's own queue. */
@Service
class B2bOrders {

    private final B2bRequests requests;
    private final ManufacturingOrders orders;
    private final ModelStore models;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    B2bOrders(
            B2bRequests requests,
            ManufacturingOrders orders,
            ModelStore models,
            Outbox outbox,
            OrderTelemetry telemetry) {
        this.requests = requests;
        this.orders = orders;
        this.models = models;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * The key of the file is made from its content. Its name, which may be anybody's, stays out of the trace: it only
     * comes back when the file is downloaded.
     *
     * @param key makes repeated requests one order, which goes on where it stopped; null if none is to be repeated
     * @return the order as it stands now
     * @throws io.ordertrace.telemetry.InvalidModel if the bytes are no STL file; nothing is stored then
     * @throws KeyOfAnotherModel if the key stands for an order of another model
     * @throws io.ordertrace.mes.order.ChangedMeanwhile if a request with the same key is just doing the same
     */
    ManufacturingOrder order(String apiUser, @Nullable String key, String filename, byte[] stl) {
        ModelMetadata metadata = ModelMetadata.read(stl);
        String orderId = telemetry.beforeTheOrderIsKnown(() -> requests.orderId(apiUser, key, metadata.sha256()));
        try (Scope ignored = telemetry.order(orderId)) {
            ManufacturingOrder order = begin(orderId, apiUser, key);
            if (order.status() != OrderStatus.CREATED) {
                return order;
            }
            StoredModel model = metadata.storedAs(
                    "orders/" + orderId + "/model-" + metadata.sha256().substring(0, 16) + ".stl");
            return key == null
                    ? submitOrCancel(order, apiUser, model, filename, stl)
                    : submit(order, apiUser, model, filename, stl);
        }
    }

    private ManufacturingOrder begin(String orderId, String apiUser, @Nullable String key) {
        Optional<ManufacturingOrder> begun = key == null ? Optional.empty() : orders.find(orderId);
        return begun.orElseGet(() -> RecordedStep.run(
                telemetry.statusChange(orderId, OrderStatus.CREATED).apiUser(apiUser),
                () -> orders.create(orderId, apiUser)));
    }

    /** An order that no request can come back to would wait for its model for ever. */
    private ManufacturingOrder submitOrCancel(
            ManufacturingOrder created, String apiUser, StoredModel model, String filename, byte[] stl) {
        try {
            return submit(created, apiUser, model, filename, stl);
        } catch (RuntimeException failure) {
            cancel(created, apiUser, failure);
            throw failure;
        }
    }

    /** Nobody is sent a message: nobody else has heard of the order. */
    private void cancel(ManufacturingOrder created, String apiUser, RuntimeException failure) {
        try {
            RecordedStep.run(
                    telemetry
                            .statusChange(created.orderId(), OrderStatus.CANCELLED)
                            .from(created.status())
                            .apiUser(apiUser),
                    () -> orders.store(created.cancelled()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private ManufacturingOrder submit(
            ManufacturingOrder created, String apiUser, StoredModel model, String filename, byte[] stl) {
        return RecordedStep.run(
                telemetry
                        .statusChange(created.orderId(), OrderStatus.SUBMITTED)
                        .from(created.status())
                        .apiUser(apiUser),
                () -> {
                    telemetry.model(model);
                    models.save(model.key(), filename, stl);
                    return outbox.commit(
                            OrderQueue.SUBMITTED,
                            () -> orders.store(created.submitted(model)),
                            submitted -> submitted.message(created.status()));
                });
    }
}
