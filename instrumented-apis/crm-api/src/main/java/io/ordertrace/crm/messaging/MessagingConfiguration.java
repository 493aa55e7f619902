package io.ordertrace.crm.messaging;

import io.ordertrace.message.OrderQueue;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    private final TopicExchange orders = new TopicExchange(OrderQueue.EXCHANGE);
    private final DirectExchange dead = new DirectExchange(OrderQueue.DEAD_LETTER_EXCHANGE);

    /** The queues of the others, too: what the CRM says before they first start must wait for them. */
    @Bean
    Declarables topology() {
        Stream<Declarable> queues = Arrays.stream(OrderQueue.values()).flatMap(this::declare);
        return new Declarables(Stream.concat(Stream.of(orders, dead), queues).toList());
    }

    /** Unlike the usual one it does not log the message: nobody knows what is in one that cannot be read. */
    @Bean
    MessageRecoverer toDeadLetterQueue() {
        return (message, failure) -> {
            throw new AmqpRejectAndDontRequeueException("The retries are used up", true, failure);
        };
    }

    private Stream<Declarable> declare(OrderQueue queue) {
        Queue live = QueueBuilder.durable(queue.queueName())
                .withArguments(queue.arguments())
                .build();
        Queue letters = new Queue(queue.deadLetterQueueName());
        Stream<Declarable> bindings = queue.routingKeys().stream()
                .map(key -> BindingBuilder.bind(live).to(orders).with(key));
        return Stream.concat(
                Stream.of(live, letters, BindingBuilder.bind(letters).to(dead).with(queue.queueName())), bindings);
    }
}
