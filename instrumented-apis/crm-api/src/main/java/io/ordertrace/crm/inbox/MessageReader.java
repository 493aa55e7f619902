package io.ordertrace.crm.inbox;

import io.ordertrace.message.OrderMessage;
import org.springframework.amqp.core.Message;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a message. */
@Component
class MessageReader {

    private final JsonMapper json;

    MessageReader(JsonMapper json) {
        this.json = json;
    }

    /** @throws UnreadableMessage if the body is not the JSON of an order */
    OrderMessage read(Message message) {
        try {
            OrderMessage order = json.readValue(message.getBody(), OrderMessage.class);
            if (order == null) {
                throw new UnreadableMessage("null");
            }
            return order;
        } catch (JacksonException e) {
            throw new UnreadableMessage(e.getClass().getSimpleName());
        }
    }
}
