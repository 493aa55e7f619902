package io.ordertrace.outbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StatusChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells changes again whose process was killed before their spans had left it; what is committed must be in the history.
 * A change that is told twice has the same order, status and time, and is the same change.
 */
final class Retelling {

    private final OrderTelemetry telemetry;
    private final JsonMapper json;

    Retelling(OrderTelemetry telemetry, JsonMapper json) {
        this.telemetry = telemetry;
        this.json = json;
    }

    void tell(StoredMessage message) {
        OrderMessage change = json.readValue(message.body(), OrderMessage.class);
        try (Scope ignored = message.origin().restore().makeCurrent()) {
            span(change).run(change::changedAt);
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
