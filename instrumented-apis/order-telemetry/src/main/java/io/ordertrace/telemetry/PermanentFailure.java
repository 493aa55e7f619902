package io.ordertrace.telemetry;

/** An exception that comes again however often the same thing is tried: a message with it is not tried again. */
public interface PermanentFailure {}
