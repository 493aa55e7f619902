package io.ordertrace.e2e.recording;

import io.ordertrace.stack.demo.recording.Gap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts gaps where a recorded order's own values stand. */
final class GapMaker {

    private static final Set<String> ACTORS =
            Set.of("user.id", "jewelry.seller.id", "jewelry.operator.id", "jewelry.api_user.id");
    private static final int KEY_DIGITS = 16;

    private final String order;
    private final String sha256;
    private final List<String> messages = new ArrayList<>();
    private Instant begin = Instant.EPOCH;

    /** @param sha256 of the order's model */
    GapMaker(String order, String sha256) {
        this.order = order;
        this.sha256 = sha256;
    }

    void beginAt(long nanos) {
        begin = Instant.EPOCH.plusNanos(nanos);
    }

    Object value(String key, Object value) {
        if (ACTORS.contains(key)) {
            return Gap.ACTOR;
        }
        return switch (key) {
            case "jewelry.order.status.changed_at" ->
                Gap.time(ChronoUnit.MICROS.between(begin, Instant.parse(value.toString())));
            case "messaging.message.id" -> Gap.message(messageNumber(value.toString()));
            case "jewelry.model.format" -> Gap.MODEL_FORMAT;
            case "jewelry.model.size_bytes" -> Gap.MODEL_SIZE;
            case "jewelry.model.triangles" -> Gap.MODEL_TRIANGLES;
            default -> value instanceof String text ? text(text) : value;
        };
    }

    String text(String text) {
        return text.replace(order, Gap.ORDER)
                .replace(sha256, Gap.MODEL_SHA256)
                .replace(sha256.substring(0, KEY_DIGITS), Gap.MODEL_SHA16);
    }

    private int messageNumber(String id) {
        if (!messages.contains(id)) {
            messages.add(id);
        }
        return messages.indexOf(id);
    }
}
