package io.ordertrace.stack;

/** Where the Collector listens on loopback: OTLP over gRPC and HTTP, health. */
public record CollectorPorts(int otlpGrpc, int otlpHttp, int health) {}
