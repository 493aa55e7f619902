package io.ordertrace.apidoc;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.Optional;

/** A parameter that means the same wherever it occurs. */
enum CommonParameter {
    USER(
            "X-User-Id",
            "The customer who acts, as the company's gateway identified them. Not a name, e-mail address or phone number.",
            CommonParameter.IDENTIFIER,
            "u-1001"),
    SELLER("X-Seller-Id", "The seller who acts, as the gateway identified them.", CommonParameter.IDENTIFIER, "sel-3"),
    OPERATOR(
            "X-Operator-Id",
            "The operator of the manufacture who acts, as the gateway identified them.",
            CommonParameter.IDENTIFIER,
            "op-17"),
    API_KEY("X-Api-Key", "The key that was given to the B2B partner.", ".{16,}", "3f1c9a7d52e84b06"),
    IDEMPOTENCY_KEY(
            "Idempotency-Key",
            "Chosen by the partner's program for one order, and sent again with every repetition of the request.",
            CommonParameter.IDENTIFIER,
            "2026-02-03.order-17"),
    ID("id", "The order.", CommonParameter.IDENTIFIER, "ORD-0000042"),
    ORDER_ID("orderId", "The order.", CommonParameter.IDENTIFIER, "ORD-0000042"),
    AFTER(
            "after",
            "Where the page begins: `next` of the page before. Left out for the first page.",
            "[0-9]{1,17}_[A-Za-z0-9._-]{1,64}",
            "1770091506123456_ORD-0000042"),
    FILE_NAME(
            "filename",
            "What the customer's file is called. Shown to the customer, and in no trace.",
            "[^\\p{Cntrl}/\\\\]+\\.(?i:stl)",
            "ring.stl"),
    WORKED_ON_BY("operator", "Only orders that this operator worked on last.", CommonParameter.IDENTIFIER, "op-17");

    private static final String IDENTIFIER = "[A-Za-z0-9._-]{1,64}";

    private final String parameter;
    private final String description;
    private final String pattern;
    private final String example;

    CommonParameter(String parameter, String description, String pattern, String example) {
        this.parameter = parameter;
        this.description = description;
        this.pattern = pattern;
        this.example = example;
    }

    static Optional<CommonParameter> of(Parameter documented) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(documented.getName()))
                .findFirst();
    }

    /** The values are records in the services, but text for callers. */
    void describe(Parameter documented) {
        Schema<String> text = new StringSchema().pattern(pattern);
        documented.description(description).example(example).schema(text);
    }
}
