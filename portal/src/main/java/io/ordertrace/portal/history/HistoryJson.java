package io.ordertrace.portal.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published shape of one order. Fields may be added, never renamed; times are RFC 3339 with a zone; absent means
 * absent, not null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryJson(
        String orderId,
        VerdictJson verdict,
        boolean complete,
        List<GapJson> gaps,
        List<EventJson> events,
        Links links) {

    /** @param summary the verdict in sentences, in the reader's language */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictJson(
            String kind,
            @Nullable String status,
            String since,
            @Nullable String service,
            @Nullable ActorJson actor,
            String summary) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActorJson(String role, @Nullable String id) {}

    record GapJson(String source, String reason, String detail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventJson(
            String kind,
            String at,
            String service,
            String traceId,
            String spanId,
            List<String> sources,
            @Nullable String status,
            @Nullable String previousStatus,
            @Nullable String outcome,
            @Nullable ActorJson actor,
            @Nullable MessageJson message,
            @Nullable FailureJson failure) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageJson(
            @Nullable String exchange,
            @Nullable String routingKey,
            @Nullable String queue,
            @Nullable String id,
            @Nullable String dueAt,
            @Nullable String publishedAt,
            @Nullable String receivedAt,
            @Nullable String processedAt,
            @Nullable String consumer,
            @Nullable String deadLetterQueue) {}

    /** @param type only for readers of technical detail, as is {@code message} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FailureJson(
            @JsonProperty("class") String kind,
            @Nullable String dependency,
            @Nullable String type,
            @Nullable String message) {}

    record Links(List<String> jaeger) {}
}
