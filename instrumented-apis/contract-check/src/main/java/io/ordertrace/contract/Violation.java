package io.ordertrace.contract;

/**
 * One rule broken by one span.
 *
 * @param detail what is wrong with it; holds text of the span, so it is not to be printed as it is
 */
public record Violation(Rule rule, String service, String traceId, String spanId, String detail) {}
