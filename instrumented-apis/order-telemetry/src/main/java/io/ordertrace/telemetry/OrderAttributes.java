package io.ordertrace.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/** The attribute keys of the contract. A key is written into {@code docs/telemetry.md} first, then used. */
public final class OrderAttributes {

    /** Also the name of the W3C baggage entry. */
    public static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("jewelry.order.id");

    public static final AttributeKey<String> ORDER_STATUS = AttributeKey.stringKey("jewelry.order.status");
    public static final AttributeKey<String> PREVIOUS_STATUS = AttributeKey.stringKey("jewelry.order.status.previous");
    public static final AttributeKey<String> CHANGED_AT = AttributeKey.stringKey("jewelry.order.status.changed_at");

    public static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user.id");
    public static final AttributeKey<String> SELLER_ID = AttributeKey.stringKey("jewelry.seller.id");
    public static final AttributeKey<String> OPERATOR_ID = AttributeKey.stringKey("jewelry.operator.id");
    public static final AttributeKey<String> API_USER_ID = AttributeKey.stringKey("jewelry.api_user.id");

    public static final AttributeKey<String> MODEL_KEY = AttributeKey.stringKey("jewelry.model.key");
    public static final AttributeKey<String> MODEL_FORMAT = AttributeKey.stringKey("jewelry.model.format");
    public static final AttributeKey<Long> MODEL_SIZE_BYTES = AttributeKey.longKey("jewelry.model.size_bytes");
    public static final AttributeKey<Long> MODEL_TRIANGLES = AttributeKey.longKey("jewelry.model.triangles");
    public static final AttributeKey<String> MODEL_SHA256 = AttributeKey.stringKey("jewelry.model.sha256");

    /** Also the name of a baggage entry, while a message is published. */
    public static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");

    public static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private OrderAttributes() {}
}
