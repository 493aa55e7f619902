package io.ordertrace.stack.trouble;

/** A request to the switchboard that is not done, with the HTTP status and the reason for whoever asked. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
