package io.ordertrace.stack.demo.history;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;

/** The marks by which everybody can see that a span comes from the generator. */
final class Origin {

    private static final String GENERATOR = "order-trace-demo-generator";

    private Origin() {}

    /** On every span. */
    static KeyValue mark() {
        return attribute("jewelry.origin", "generator");
    }

    /** Of the service whose spans are told. */
    static Resource resource(String service) {
        return Resource.newBuilder()
                .addAttributes(attribute("service.name", service))
                .addAttributes(attribute("service.instance.id", GENERATOR))
                .addAttributes(attribute("telemetry.sdk.name", GENERATOR))
                .addAttributes(attribute("telemetry.sdk.language", "java"))
                .build();
    }

    static KeyValue attribute(String key, Object value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        switch (value) {
            case Boolean flag -> any.setBoolValue(flag);
            case Integer number -> any.setIntValue(number);
            case Long number -> any.setIntValue(number);
            case Double number -> any.setDoubleValue(number);
            default -> any.setStringValue(value.toString());
        }
        return KeyValue.newBuilder().setKey(key).setValue(any).build();
    }
}
