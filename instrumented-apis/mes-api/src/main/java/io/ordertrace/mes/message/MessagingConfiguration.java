package io.ordertrace.mes.message;

import io.ordertrace.message.OrderQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    /** All queues, also those of the others: what is published before they have ever started must not be lost. */
    @Bean
    Declarables orderQueues() {
        TopicExchange orders = new TopicExchange(OrderQueue.EXCHANGE);
        DirectExchange dead = new DirectExchange(OrderQueue.DEAD_LETTER_EXCHANGE);
        List<Declarable> all = new ArrayList<>(List.of(orders, dead));
        for (OrderQueue each : OrderQueue.values()) {
            Queue queue = new Queue(each.queueName(), true, false, false, new HashMap<>(each.arguments()));
            Queue deadLetters = new Queue(each.deadLetterQueueName());
            all.add(queue);
            all.add(deadLetters);
            all.add(BindingBuilder.bind(deadLetters).to(dead).with(each.queueName()));
            each.routingKeys()
                    .forEach(
                            key -> all.add(BindingBuilder.bind(queue).to(orders).with(key)));
        }
        return new Declarables(all);
    }
}
