package io.ordertrace.mes.b2b;

/** The request carries no API key that was given to anybody. */
public class UnknownApiKey extends RuntimeException {

    UnknownApiKey() {
        super("the API key is missing or not known");
    }
}
