package io.ordertrace.outbox;

import io.ordertrace.telemetry.TraceContext;
import java.nio.charset.StandardCharsets;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * A message that waits to be sent.
 *
 * @param sequence grows with each message of an order
 * @param body JSON
 * @param origin where the change was made that the message is about
 * @param followed whether the same order has a later message waiting
 */
record StoredMessage(
        long sequence,
        String orderId,
        String messageId,
        String routingKey,
        String body,
        TraceContext origin,
        boolean followed) {

    Message amqp() {
        return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setContentEncoding(StandardCharsets.UTF_8.name())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(messageId)
                .build();
    }
}
