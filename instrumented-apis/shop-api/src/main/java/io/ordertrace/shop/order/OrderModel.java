package io.ordertrace.shop.order;

import io.ordertrace.telemetry.StoredModel;

/** The model of an order and the name that the customer's file had; the name is shown, and used for nothing else. */
public record OrderModel(String fileName, StoredModel stored) {}
