package io.ordertrace.stack;

/** Where the Collector listens on loopback: OTLP of services over gRPC and HTTP, of browsers over HTTP, health. */
public record CollectorPorts(int otlpGrpc, int otlpHttp, int browserHttp, int health) {}
