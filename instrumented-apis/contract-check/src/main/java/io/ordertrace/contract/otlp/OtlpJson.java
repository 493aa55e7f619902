package io.ordertrace.contract.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OTLP in JSON is protobuf's JSON, but for the ids, which are hexadecimal. */
final class OtlpJson {

    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

    private OtlpJson() {}

    /** @throws UnusableInput if it is no OTLP; metrics and logs give a request without spans */
    static ExportTraceServiceRequest request(JsonNode json) {
        if (!json.isObject()) {
            throw new UnusableInput("a JSON value that is no OTLP request");
        }
        json.path("resourceSpans")
                .forEach(resource -> resource.path("scopeSpans")
                        .forEach(scope -> scope.path("spans").forEach(OtlpJson::rewriteIds)));
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        try {
            PARSER.merge(json.toString(), request);
        } catch (InvalidProtocolBufferException e) {
            throw new UnusableInput("JSON that is no OTLP: " + e.getMessage(), e);
        }
        return request.build();
    }

    private static void rewriteIds(JsonNode span) {
        if (span instanceof ObjectNode fields) {
            rewrite(fields, "traceId");
            rewrite(fields, "spanId");
            rewrite(fields, "parentSpanId");
            fields.path("links").forEach(OtlpJson::rewriteIds);
        }
    }

    private static void rewrite(ObjectNode span, String field) {
        String hex = span.path(field).asString("");
        try {
            span.put(field, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException e) {
            throw new UnusableInput(field + " is not hexadecimal", e);
        }
    }
}
