package io.ordertrace.stack;

/** Ports of Toxiproxy: its control API, and for each guarded dependency the one that the three services connect to. */
public record ProxyPorts(int control, int shopDb, int mesDb, int s3, int amqp) {}
