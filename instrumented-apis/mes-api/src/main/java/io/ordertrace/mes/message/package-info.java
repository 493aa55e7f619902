/** What the services tell each other over RabbitMQ: the form of a message, the queues, and sending. */
@NullMarked
package io.ordertrace.mes.message;

import org.jspecify.annotations.NullMarked;
