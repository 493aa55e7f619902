package io.ordertrace.registry;

/** The files of the registry contradict themselves or hold what this reader does not know. */
public final class InvalidRegistry extends RuntimeException {

    InvalidRegistry(String message) {
        super(message);
    }
}
