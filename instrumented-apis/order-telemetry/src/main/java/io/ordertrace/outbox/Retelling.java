package io.ordertrace.outbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells changes again whose process was killed before their spans had left it; what is committed must be in the history.
 * A change that is told twice has the same order, status and time, and is the same change.
 */
final class Retelling {

    private static final Logger LOG = LoggerFactory.getLogger(Retelling.class);

    private final OrderTelemetry telemetry;
    private final JsonMapper json;

    Retelling(OrderTelemetry telemetry, JsonMapper json) {
        this.telemetry = telemetry;
        this.json = json;
    }

    /** What another version has stored may be unreadable to this one; it is sent all the same, and others are told. */
    void tell(StoredMessage message) {
        try (Scope ignored = message.origin().restore().makeCurrent()) {
            OrderMessage change = json.readValue(message.body(), OrderMessage.class);
            span(change).run(change::changedAt);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The change that message {} is about cannot be told again: {}",
                    message.messageId(),
                    e.getClass().getSimpleName());
        }
    }

    private StatusChange span(OrderMessage change) {
        StatusChange span = telemetry.statusChange(change.orderId(), change.status());
        if (change.previousStatus() != null) {
            span.from(change.previousStatus());
        }
        switch (change.status()) {
            case CREATED, SUBMITTED -> customer(span, change);
            case PRICE_CALCULATED -> {}
            case MANUFACTURING_APPROVED, REJECTED, CLOSED -> seller(span, change.sellerId());
            case MANUFACTURING_STARTED, MANUFACTURING_COMPLETED, PACKAGED, SHIPPED ->
                operator(span, change.operatorId());
            case CANCELLED -> {
                if (change.sellerId() == null) {
                    customer(span, change);
                } else {
                    seller(span, change.sellerId());
                }
            }
        }
        return span;
    }

    private static void customer(StatusChange span, OrderMessage change) {
        if (change.userId() != null) {
            span.user(change.userId());
        } else if (change.apiUserId() != null) {
            span.apiUser(change.apiUserId());
        }
    }

    private static void seller(StatusChange span, @Nullable String id) {
        if (id != null) {
            span.seller(id);
        }
    }

    private static void operator(StatusChange span, @Nullable String id) {
        if (id != null) {
            span.operator(id);
        }
    }
}
