/**
 * How the CRM reaches the message broker: the queues, and telling the others about a decision.
 * What is said in a message is the contract in io.ordertrace.message.
 */
@NullMarked
package io.ordertrace.crm.messaging;

import org.jspecify.annotations.NullMarked;
