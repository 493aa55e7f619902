package io.ordertrace.portal.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an order is meant to go, as declared in {@code order-process.yml}: another company changes the file, not the code.
 *
 * @param broker the dependency that carries messages; an error of it that ends in a dead letter is the message's own
 * @param pages names under which browser pages report
 */
public record OrderProcess(
        @DefaultValue List<Step> statuses,
        @DefaultValue List<MessageRule> messages,
        @DefaultValue List<Participant> services,
        @DefaultValue List<Participant> dependencies,
        @Nullable String broker,
        @DefaultValue List<String> pages) {

    public OrderProcess {
        statuses = List.copyOf(statuses);
        messages = List.copyOf(messages);
        services = List.copyOf(services);
        dependencies = List.copyOf(dependencies);
        pages = List.copyOf(pages);
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("the order process declares no status");
        }
        List<OrderStatus> known = statuses.stream().map(Step::code).toList();
        for (Step step : statuses) {
            for (OrderStatus next : step.next()) {
                if (!known.contains(next)) {
                    throw new IllegalArgumentException(step.code() + " leads to the undeclared status " + next);
                }
            }
        }
    }

    /** A text in both languages of the portal. */
    public record Names(String ru, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("ru") ? ru : en;
        }
    }

    /** What reaching a status without successors means for the order. */
    public enum Ending {
        DONE,
        CANCELLED,
        REJECTED
    }

    /**
     * A status of the process.
     *
     * @param actors roles that may bring an order here
     * @param services services that report the change
     * @param next allowed next statuses, the usual one first
     * @param expected longest usual stay in this status; null when there is none
     * @param ending set when the order ends here
     */
    public record Step(
            OrderStatus code,
            Names name,
            @DefaultValue List<Actor.Role> actors,
            @DefaultValue List<String> services,
            @DefaultValue List<OrderStatus> next,
            @Nullable Duration expected,
            @Nullable Ending ending) {

        public Step {
            actors = List.copyOf(actors);
            services = List.copyOf(services);
            next = List.copyOf(next);
        }
    }

    /**
     * Who must consume a message.
     *
     * @param usual how long a message usually needs from the change it tells of until it is processed; a longer way is
     *     shown as late. Null when there is no such time
     * @param within how long processing may take before the message counts as lost
     */
    public record MessageRule(
            String routingKey,
            @Nullable Duration usual,
            Duration within,
            @DefaultValue List<Consumer> consumers) {

        public MessageRule {
            consumers = List.copyOf(consumers);
        }
    }

    /**
     * A consumer of a message, and the queue it reads.
     *
     * @param from whose messages it consumes; empty for everybody's
     */
    public record Consumer(
            String service, String queue, @DefaultValue List<String> from) {

        public Consumer {
            from = List.copyOf(from);
        }

        public boolean expects(@Nullable String sender) {
            return from.isEmpty() || from.contains(sender);
        }
    }

    /**
     * A service, or something services depend on, as people call it.
     *
     * @param duty whom support turns to, in the dative case: "дежурному MES", "the MES engineer on call"
     */
    public record Participant(String id, Names name, Names duty) {}

    public Optional<Step> step(OrderStatus status) {
        return statuses.stream().filter(step -> step.code().equals(status)).findFirst();
    }

    public Optional<MessageRule> rule(@Nullable String routingKey) {
        return messages.stream()
                .filter(rule -> rule.routingKey().equals(routingKey))
                .findFirst();
    }

    public Optional<Participant> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    public Optional<Participant> dependency(@Nullable String id) {
        return dependencies.stream()
                .filter(dependency -> dependency.id().equals(id))
                .findFirst();
    }

    /** The usual way from a status to the end, without the status itself; empty for an undeclared one. */
    public List<Step> wayAfter(OrderStatus status) {
        List<Step> way = new ArrayList<>();
        Optional<Step> next = step(status).flatMap(this::usualNext);
        while (next.isPresent() && !way.contains(next.get())) {
            way.add(next.get());
            next = usualNext(next.get());
        }
        return List.copyOf(way);
    }

    private Optional<Step> usualNext(Step step) {
        return step.next().stream().findFirst().flatMap(this::step);
    }
}
