/**
 * How the shop reaches the message broker: the queues, and telling the others about a change.
 * What is said in a message is the contract in io.ordertrace.message.
 */
@NullMarked
package io.ordertrace.shop.messaging;

import org.jspecify.annotations.NullMarked;
