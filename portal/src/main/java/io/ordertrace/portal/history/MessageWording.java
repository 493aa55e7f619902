package io.ordertrace.portal.history;

import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderProcess.MessageRule;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of a message that an order waits for what became of it and what to do. */
record MessageWording(Wording words, MessageHop hop) {

    String headline() {
        return hop.notSent()
                ? words.text("headline.not-sent", words.service(hop.publisher()), fault(setback()))
                : words.text("headline.dead-letter", words.service(hop.consumer()), words.service(hop.publisher()));
    }

    String sentence() {
        if (hop.notSent()) {
            return notSent(setback());
        }
        return hop.deadLetter() ? deadLetter(setback()) : lost();
    }

    String advice() {
        if (hop.notSent()) {
            return words.text("advice.not-sent", words.duty(setback().fault(), hop.publisher()));
        }
        return hop.deadLetter()
                ? words.text(
                        "advice.dead-letter",
                        duty(setback().fault()),
                        queue(setback().deadLetterQueue()))
                : words.text("advice.LOST", words.duty(hop.consumer()));
    }

    /** What went wrong: a message that nobody can process is not the broker's fault. */
    String fault(Setback setback) {
        return ownFault(setback.fault())
                ? words.text("fault.message")
                : words.fault(setback.fault(), hop.notSent() ? hop.publisher() : hop.consumer());
    }

    private String notSent(Setback setback) {
        return words.text(
                "sentence.not-sent",
                name(),
                id(),
                words.service(hop.publisher()),
                fault(setback),
                words.moment(setback.since()));
    }

    private String deadLetter(Setback setback) {
        return words.text(
                "sentence.dead-letter",
                name(),
                id(),
                words.service(hop.publisher()),
                words.moment(setback.since()),
                queue(setback.deadLetterQueue()),
                words.service(hop.consumer()),
                fault(setback));
    }

    private String lost() {
        Duration within = words.process()
                .rule(hop.message().routingKey())
                .map(MessageRule::within)
                .orElse(Duration.ZERO);
        return words.text(
                "sentence.lost",
                name(),
                id(),
                words.moment(hop.at()),
                words.service(hop.publisher()),
                queue(hop.message().queue()),
                words.service(hop.consumer()),
                words.duration(within));
    }

    private String duty(Fault fault) {
        return ownFault(fault) ? words.duty(hop.consumer()) : words.duty(fault, hop.consumer());
    }

    private boolean ownFault(Fault fault) {
        return hop.deadLetter()
                && fault.kind() == Fault.Kind.ERROR
                && fault.dependency() != null
                && fault.dependency().equals(words.process().broker());
    }

    private String name() {
        String key = hop.message().routingKey();
        return key == null ? words.text("message") : key;
    }

    private String id() {
        String id = hop.message().id();
        return id == null ? "" : words.text("message.id", id);
    }

    private String queue(@Nullable String queue) {
        return queue == null || queue.isEmpty() ? words.text("queue.unknown") : queue;
    }

    private Setback setback() {
        return Objects.requireNonNull(hop.setback());
    }
}
