package io.ordertrace.inbox;

import io.ordertrace.message.OrderQueue;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** What every service declares at the broker: also the queues of the others, since they may start later. */
final class Topology {

    private final TopicExchange orders = new TopicExchange(OrderQueue.EXCHANGE);
    private final DirectExchange dead = new DirectExchange(OrderQueue.DEAD_LETTER_EXCHANGE);

    Declarables declarables() {
        Stream<Declarable> queues = Arrays.stream(OrderQueue.values()).flatMap(this::declare);
        return new Declarables(Stream.concat(Stream.of(orders, dead), queues).toList());
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
