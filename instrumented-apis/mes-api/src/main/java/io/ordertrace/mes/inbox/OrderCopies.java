package io.ordertrace.mes.inbox;

import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps MES's copy of the steps that are made elsewhere. The service that made a step has told the trace of it, so MES
 * tells nothing, with two exceptions: a cancellation that comes too late, and one that takes MES's price back.
 */
@Component
class OrderCopies {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCopies.class);

    private final ManufacturingOrders orders;
    private final OrderTelemetry telemetry;

    OrderCopies(ManufacturingOrders orders, OrderTelemetry telemetry) {
        this.orders = orders;
        this.telemetry = telemetry;
    }

    /** Changes nothing if the message is older than what is known. */
    void update(OrderMessage news) {
        // A cancelled order's submission may still be under way; it must find the order cancelled, or MES would price
        // it.
        // Both may come at the same moment, so the database says which was first.
        if (news.status() == OrderStatus.CANCELLED && orders.receive(news)) {
            return;
        }
        update(orders.get(news.orderId()), news);
    }

    private void update(ManufacturingOrder known, OrderMessage news) {
        if (!news.isNewsTo(known.status(), known.changedAt())) {
            ignore(known, news);
        } else if (known.status() == OrderStatus.PRICE_CALCULATED
                && news.takesBack(known.status(), known.changedAt())) {
            LOG.warn("{} was priced here while it was cancelled elsewhere", news.orderId());
            change(known, news).run(() -> orders.storeCopy(known.copied(news)));
        } else {
            orders.storeCopy(known.copied(news));
        }
    }

    private void ignore(ManufacturingOrder known, OrderMessage news) {
        if (news.status() == OrderStatus.CANCELLED && known.status() != OrderStatus.CANCELLED) {
            refuse(known, news);
        } else {
            LOG.info("{} is {} already; {} is no news", news.orderId(), known.status(), news.status());
        }
    }

    /**
     * What is begun is not undone. Whoever cancelled has told their customer so; they hear of the beginning from the
     * message about it and correct themselves, and the history shows the cancellation as an attempt that failed here.
     */
    private void refuse(ManufacturingOrder known, OrderMessage news) {
        CancelledTooLate tooLate = new CancelledTooLate(known);
        LOG.warn("{}", tooLate.getMessage());
        StatusChange attempt = change(known, news);
        if (news.sellerId() != null) {
            attempt.seller(news.sellerId());
        } else if (news.userId() != null) {
            attempt.user(news.userId());
        }
        attempt.refused(tooLate);
    }

    private StatusChange change(ManufacturingOrder known, OrderMessage news) {
        return telemetry.statusChange(news.orderId(), news.status()).from(known.status());
    }
}
