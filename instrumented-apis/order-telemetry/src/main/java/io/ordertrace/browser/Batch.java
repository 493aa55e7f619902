package io.ordertrace.browser;

/** What one request brought: OTLP in the form that the type says, unread. */
record Batch(String contentType, byte[] body) {

    /** The most that is taken at once, in bytes. */
    static final int LIMIT = 64 * 1024;
}
