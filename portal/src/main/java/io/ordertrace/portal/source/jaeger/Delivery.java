package io.ordertrace.portal.source.jaeger;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message in one service, however often it was delivered there.
 *
 * @param span the delivery that counts
 * @param processed whether that one went well
 * @param putAside the span that tells of the dead letter, when the message ended as one
 */
record Delivery(Span span, boolean processed, @Nullable Span putAside) {

    private static final Comparator<Span> BY_END = Comparator.comparing(Span::end);

    /**
     * The agent may report one delivery twice: by the client library, without a message id and always well, and by the
     * listener, with it. The listener knows better. Among deliveries, the first good one counts; once the message was put
     * aside, only one that came after that.
     */
    static Delivery of(List<Span> spans) {
        Span putAside = spans.stream()
                .filter(Delivery::isDeadLetter)
                .max(Comparator.comparing(Span::start))
                .orElse(null);
        List<Span> deliveries =
                spans.stream().filter(span -> !isDeadLetter(span)).toList();
        List<Span> listener = deliveries.stream()
                .filter(span -> span.first(Attributes.MESSAGE_ID) != null)
                .toList();
        List<Span> telling = listener.isEmpty() ? deliveries : listener;
        return telling.stream()
                .filter(span ->
                        !span.error() && (putAside == null || span.start().isAfter(putAside.start())))
                .min(BY_END)
                .map(span -> new Delivery(span, true, null))
                .orElseGet(
                        () -> new Delivery(telling.stream().max(BY_END).orElseGet(spans::getFirst), false, putAside));
    }

    static boolean isDelivery(Span span) {
        return isDeadLetter(span)
                || span.kind() == Span.Kind.CONSUMER && !"receive".equals(span.first(Attributes.MESSAGING_OPERATION));
    }

    static boolean isDeadLetter(Span span) {
        return span.name().equals(Attributes.DEAD_LETTER_SPAN);
    }
}
