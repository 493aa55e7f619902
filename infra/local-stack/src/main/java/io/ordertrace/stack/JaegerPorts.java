package io.ordertrace.stack;

/** Where Jaeger listens on loopback: queries over gRPC and HTTP, spans over OTLP/gRPC, health. */
public record JaegerPorts(int queryGrpc, int queryHttp, int otlpGrpc, int health) {}
