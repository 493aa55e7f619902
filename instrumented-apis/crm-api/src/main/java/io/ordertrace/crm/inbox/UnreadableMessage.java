package io.ordertrace.crm.inbox;

/** The message is not one about an order. It says why in a word: the parser's own text repeats parts of the body. */
final class UnreadableMessage extends RuntimeException {

    UnreadableMessage(String reason) {
        super("The message is not the JSON of an order: " + reason);
    }
}
