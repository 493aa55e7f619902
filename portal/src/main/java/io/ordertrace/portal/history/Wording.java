package io.ordertrace.portal.history;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcess.Participant;
import io.ordertrace.portal.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of the process and of the portal in one language, as of one moment. */
record Wording(MessageSource messages, OrderProcess process, Locale locale, Times times) {

    static Wording of(MessageSource messages, OrderProcess process, Locale asked, ZoneId zone, Instant now) {
        Locale locale = asked.getLanguage().equals("ru") ? asked : Locale.ENGLISH;
        return new Wording(messages, process, locale, new Times(messages, locale, zone, now));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage("history." + key, arguments, locale);
    }

    /** A number with its noun in the right form: "2 неудачные попытки", "2 failed attempts". */
    String counted(String key, long number) {
        return text(key + "." + Plural.of(number, locale).key(), times.number(number, 0));
    }

    String status(OrderStatus status) {
        return process.step(status).map(step -> step.name().in(locale)).orElse(status.code());
    }

    String service(@Nullable String id) {
        return id == null
                ? text("service.unknown")
                : process.service(id).map(service -> service.name().in(locale)).orElse(id);
    }

    /** Whom to turn to about a service, in the form that follows "pass on to". */
    String duty(@Nullable String service) {
        return process.service(service == null ? "" : service)
                .map(known -> known.duty().in(locale))
                .orElseGet(() -> text("duty.unknown", service(service)));
    }

    String role(Actor.Role role) {
        return text("role." + role);
    }

    String actor(Actor actor) {
        return Stream.of(role(actor.role()), actor.id())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** What went wrong, without technical words: "хранилище 3D-файлов: не отвечает (зависание)". */
    String fault(Fault fault, @Nullable String service) {
        String who = fault.dependency() == null ? service(service) : dependency(fault.dependency());
        return text("fault." + fault.kind(), who);
    }

    /** Whom to turn to about a fault: whoever is on call for the dependency, or else for the service. */
    String duty(Fault fault, @Nullable String service) {
        return process.dependency(fault.dependency())
                .map(known -> known.duty().in(locale))
                .orElseGet(() -> duty(service));
    }

    private String dependency(String name) {
        Optional<Participant> declared = process.dependency(name);
        if (declared.isPresent()) {
            return declared.get().name().in(locale);
        }
        String known = messages.getMessage("history.dependency." + name, null, null, locale);
        return known == null ? service(name) : known;
    }

    String duration(Duration duration) {
        return times.duration(duration);
    }

    String limit(Duration duration) {
        return times.limit(duration);
    }

    String moment(Instant instant) {
        return text("moment", times.absolute(instant), times.relative(instant));
    }
}
