package io.ordertrace.portal.history;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a verdict into sentences that can be read out on the phone: who, what, when, how unusual, what to do. */
record VerdictWording(Wording words, Verdict verdict, Instant now) {

    String headline() {
        return switch (verdict.kind()) {
            case LOST ->
                verdict.cause() instanceof MessageHop hop
                        ? words.text("headline.LOST", words.service(hop.publisher()), words.service(hop.consumer()))
                        : words.text("headline.LOST", "", "");
            case FAILED ->
                verdict.cause() instanceof MessageHop hop
                        ? new MessageWording(words, hop).headline()
                        : words.text("headline.FAILED", words.service(verdict.service()));
            case IN_PROGRESS ->
                words.text(verdict.certain() ? "headline.IN_PROGRESS" : "headline.uncertain", currentStatus());
            default -> words.text("headline." + verdict.kind(), currentStatus());
        };
    }

    /** Everything after the headline, one sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        StatusChange current = verdict.current();
        if (current != null) {
            sentences.add(words.text(
                    "sentence.status",
                    words.status(current.status()),
                    words.moment(current.at()),
                    words.actor(current.actor()),
                    words.service(current.evidence().service())));
        }
        switch (verdict.cause()) {
            case MessageHop hop -> sentences.add(new MessageWording(words, hop).sentence());
            case StatusChange attempt -> sentences.add(failedAttempt(attempt));
            case OrderEvent.Failure failure -> sentences.add(failure(failure));
            case null -> addUsual(sentences);
        }
        return sentences;
    }

    String advice() {
        if (verdict.kind() == Verdict.Kind.IN_PROGRESS && !verdict.certain()) {
            return words.text("advice.uncertain");
        }
        return switch (verdict.cause()) {
            case MessageHop hop -> new MessageWording(words, hop).advice();
            case StatusChange attempt -> words.text("advice.FAILED", duty(attempt.fault()));
            case OrderEvent.Failure failure -> words.text("advice.FAILED", duty(failure.fault()));
            case null -> {
                String whose = verdict.kind() == Verdict.Kind.LATE ? whoseTurn() : "";
                yield words.text("advice." + verdict.kind() + whose, words.duty(responsible()));
            }
        };
    }

    private String duty(@Nullable Fault fault) {
        return fault == null ? words.duty(verdict.service()) : words.duty(fault, verdict.service());
    }

    /** A customer or a seller who has not acted is reminded; for operators and systems somebody is on call. */
    private String whoseTurn() {
        Step next = verdict.next();
        List<Actor.Role> roles = next == null ? List.of() : actors(next);
        boolean person = roles.equals(List.of(Actor.Role.CUSTOMER)) || roles.equals(List.of(Actor.Role.SELLER));
        return person ? "." + roles.getFirst() : "";
    }

    String summary() {
        List<String> all = new ArrayList<>(List.of(headline() + "."));
        all.addAll(sentences());
        all.add(advice());
        return String.join(" ", all);
    }

    private String currentStatus() {
        return verdict.current() == null
                ? words.text("status.none")
                : words.status(verdict.current().status());
    }

    // A late order waits for whoever makes the next step.
    private @Nullable String responsible() {
        Step next = verdict.next();
        boolean waits = verdict.kind() == Verdict.Kind.LATE
                && next != null
                && !next.services().isEmpty();
        return waits && next != null ? next.services().getFirst() : verdict.service();
    }

    private void addUsual(List<String> sentences) {
        StatusChange current = verdict.current();
        Step step =
                current == null ? null : words.process().step(current.status()).orElse(null);
        if (current != null && step != null && step.expected() != null) {
            Duration stay = Duration.between(current.at(), now);
            Duration usual = step.expected();
            sentences.add(
                    verdict.kind() == Verdict.Kind.LATE
                            ? words.text("sentence.late", words.limit(usual), words.duration(stay.minus(usual)))
                            : words.text("sentence.usual", words.limit(usual)));
        }
        if (verdict.next() != null) {
            sentences.add(
                    words.text("sentence.next", words.status(verdict.next().code()), expected(verdict.next())));
        }
    }

    /** Who is expected to make a step: "оператор, MES API". */
    String expected(Step step) {
        String people = actors(step).stream()
                .filter(role -> role != Actor.Role.SYSTEM)
                .map(words::role)
                .collect(Collectors.joining(words.text("or")));
        String services = services(step).stream().map(words::service).collect(Collectors.joining(words.text("or")));
        return people.isEmpty() ? services : people + ", " + services;
    }

    private List<Actor.Role> actors(Step step) {
        StatusChange current = verdict.current();
        return narrowed(step.actors(), current == null ? null : current.actor().role());
    }

    private List<String> services(Step step) {
        StatusChange current = verdict.current();
        return narrowed(
                step.services(), current == null ? null : current.evidence().service());
    }

    // Where a step can be made in several ways, the order keeps to the way it came.
    private static <T> List<T> narrowed(List<T> possible, @Nullable T now) {
        return now != null && possible.contains(now) ? List.of(now) : possible;
    }

    private String failedAttempt(StatusChange attempt) {
        return words.text(
                "sentence.attempt",
                words.status(attempt.status()),
                words.moment(attempt.at()),
                words.actor(attempt.actor()),
                plain(attempt.fault(), attempt.evidence().service()));
    }

    private String failure(OrderEvent.Failure failure) {
        return words.text(
                "sentence.failure",
                words.service(failure.evidence().service()),
                words.moment(failure.at()),
                plain(failure.fault(), failure.evidence().service()));
    }

    private String plain(@Nullable Fault fault, String service) {
        return fault == null ? "" : words.fault(fault, service);
    }
}
