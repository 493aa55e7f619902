package io.ordertrace.upload;

/** There is no room for another model at the moment. Nothing of it was read, and nothing is changed. */
public final class TooManyUploads extends RuntimeException {

    TooManyUploads() {
        super("Too many models are arriving at this moment; nothing was done with this one");
    }
}
