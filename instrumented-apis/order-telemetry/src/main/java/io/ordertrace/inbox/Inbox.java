package io.ordertrace.inbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderTelemetry;
import java.util.function.Consumer;
import org.springframework.amqp.core.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages, and says to the trace which order they are about. */
public final class Inbox {

    private final JsonMapper json;
    private final OrderTelemetry telemetry;

    Inbox(JsonMapper json, OrderTelemetry telemetry) {
        this.json = json;
        this.telemetry = telemetry;
    }

    /**
     * Hands what the message says to the service. A message may come twice and late; what the service throws is tried
     * again.
     *
     * @throws UnusableMessage if the body is not the JSON of an order
     */
    public void receive(Message message, Consumer<OrderMessage> service) {
        OrderMessage news = read(message);
        try (Scope ignored = telemetry.order(news.orderId())) {
            service.accept(news);
        }
    }

    /** Runs the work as work about the message's order, if the message names one. */
    void aboutItsOrder(Message message, Runnable work) {
        try {
            receive(message, order -> work.run());
        } catch (UnusableMessage nobodyKnows) {
            work.run();
        }
    }

    private OrderMessage read(Message message) {
        try {
            OrderMessage order = json.readValue(message.getBody(), OrderMessage.class);
            if (order == null) {
                throw new UnusableMessage("The message is empty");
            }
            return order;
        } catch (JacksonException e) {
            throw new UnusableMessage(
                    "The message is not the JSON of an order: " + e.getClass().getSimpleName());
        }
    }
}
