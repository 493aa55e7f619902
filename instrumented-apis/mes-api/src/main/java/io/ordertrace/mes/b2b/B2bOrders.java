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
import org.springframework.stereotype.Service;

/** Creates and submits an order in one go; its price is calculated like that of any other, from MES's own queue. */
@Service
class B2bOrders {

    private final ManufacturingOrders orders;
    private final ModelStore models;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    B2bOrders(ManufacturingOrders orders, ModelStore models, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.models = models;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * The key of the file is made from its content. Its name, which may be anybody's, stays out of the trace: it only
     * comes back when the file is downloaded.
     *
     * @throws io.ordertrace.telemetry.InvalidModel if the bytes are no STL file; nothing is stored then
     */
    ManufacturingOrder order(String apiUser, String filename, byte[] stl) {
        ModelMetadata metadata = ModelMetadata.read(stl);
        String orderId = "B2B-%07d".formatted(telemetry.beforeTheOrderIsKnown(orders::nextB2bNumber));
        try (Scope ignored = telemetry.order(orderId)) {
            ManufacturingOrder created = create(orderId, apiUser);
            StoredModel model = metadata.storedAs(
                    "orders/" + orderId + "/model-" + metadata.sha256().substring(0, 16) + ".stl");
            return submit(created, apiUser, model, filename, stl);
        }
    }

    private ManufacturingOrder create(String orderId, String apiUser) {
        return RecordedStep.run(
                telemetry.statusChange(orderId, OrderStatus.CREATED).apiUser(apiUser),
                () -> orders.create(orderId, apiUser));
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
