package io.ordertrace.portal.history;

import io.ordertrace.portal.history.TimelineView.AttemptsView;
import io.ordertrace.portal.history.TimelineView.HopView;
import io.ordertrace.portal.history.TimelineView.StayView;
import io.ordertrace.portal.history.TimelineView.StepView;
import io.ordertrace.portal.history.TimelineView.TimeView;
import io.ordertrace.portal.history.TimelineView.VerdictView;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess.Step;
import io.ordertrace.portal.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays a history out as steps: each committed status with what happened until the next one, then what is expected. */
final class TimelineViews {

    private final OrderHistory history;
    private final Wording words;
    private final VerdictWording verdict;
    private final EventViews events;

    TimelineViews(OrderHistory history, Wording words, boolean technicalDetail) {
        this.history = history;
        this.words = words;
        this.verdict = new VerdictWording(words, history.verdict(), history.askedAt());
        this.events = new EventViews(
                words, Verdicts.given(words.process(), history.gaps()), history.askedAt(), technicalDetail);
    }

    TimelineView view() {
        List<StepView> steps = new ArrayList<>(happened());
        steps.addAll(expected());
        return new TimelineView(
                history.order().value(),
                verdictView(),
                new Participants(words, history).texts(),
                new Notes(words, history).texts(),
                history.gaps().isEmpty(),
                steps);
    }

    private VerdictView verdictView() {
        Verdict.Kind kind = history.verdict().kind();
        return new VerdictView(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.text("sign." + kind),
                verdict.headline(),
                verdict.sentences(),
                verdict.advice(),
                events.time(history.verdict().since()));
    }

    private List<StepView> happened() {
        List<StepView> steps = new ArrayList<>();
        List<OrderEvent> section = new ArrayList<>();
        Set<OrderStatus> known = new HashSet<>();
        StatusChange opened = null;
        for (OrderEvent event : history.events()) {
            if (event instanceof StatusChange change && change.committed()) {
                addSection(steps, opened, section, change.at(), known);
                opened = change;
                section.clear();
            } else {
                section.add(event);
            }
        }
        addSection(steps, opened, section, null, known);
        return steps;
    }

    private void addSection(
            List<StepView> steps,
            @Nullable StatusChange change,
            List<OrderEvent> section,
            @Nullable Instant until,
            Set<OrderStatus> known) {
        List<HopView> hops = events.hops(section);
        AttemptsView attempts = events.attempts(section);
        if (change != null) {
            steps.add(reached(change, until, known, hops, attempts));
        } else if (!section.isEmpty()) {
            String title = words.text("step.before");
            steps.add(new StepView("before", "○", title, null, "", null, null, null, hops, attempts));
        }
    }

    private StepView reached(
            StatusChange change,
            @Nullable Instant until,
            Set<OrderStatus> known,
            List<HopView> hops,
            @Nullable AttemptsView attempts) {
        boolean current = until == null && !history.verdict().kind().ended();
        String who = words.text(
                known.add(change.status()) ? "step.who" : "step.who.again",
                words.actor(change.actor()),
                words.service(change.evidence().service()));
        String name = words.status(change.status());
        return new StepView(
                current ? "current" : "reached",
                current ? "●" : "✔",
                name,
                change.status().code(),
                who,
                events.time(change.at()),
                stay(change, until),
                events.trace(change.evidence(), name),
                hops,
                attempts);
    }

    private @Nullable StayView stay(StatusChange change, @Nullable Instant until) {
        if (until == null && history.verdict().kind().ended()) {
            return null;
        }
        Duration stay = Duration.between(change.at(), until == null ? history.askedAt() : until);
        Duration shown = stay.isNegative() ? Duration.ZERO : stay;
        Duration usual =
                words.process().step(change.status()).map(Step::expected).orElse(null);
        String spent = words.text(until == null ? "stay.so-far" : "stay.spent", words.duration(shown));
        if (usual == null) {
            return new StayView(spent, shown.toSeconds(), null, Math.max(1, shown.toSeconds()));
        }
        return new StayView(
                words.text("stay.usual", spent, words.limit(usual)),
                shown.toSeconds(),
                usual.toSeconds(),
                Math.max(usual.toSeconds(), shown.toSeconds()));
    }

    private List<StepView> expected() {
        StatusChange current = history.verdict().current();
        if (history.verdict().kind().ended()) {
            return List.of();
        }
        List<Step> way = current == null
                ? words.process().statuses().stream().limit(1).toList()
                : words.process().wayAfter(current.status());
        return way.stream()
                .map(step -> new StepView(
                        "expected",
                        "○",
                        step.name().in(words.locale()),
                        step.code().code(),
                        words.text("step.expected", verdict.expected(step)),
                        (TimeView) null,
                        null,
                        null,
                        List.of(),
                        null))
                .toList();
    }
}
