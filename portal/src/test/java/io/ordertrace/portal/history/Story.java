package io.ordertrace.portal.history;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.ModelFile;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.Message;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderStatus;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.order.SpanId;
import io.ordertrace.portal.order.TraceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells events one after the other; each is a trace of its own unless it says otherwise. */
final class Story {

    static final Instant START = Instant.parse("2026-11-18T06:14:02Z");

    private final List<OrderEvent> events = new ArrayList<>();
    private int spans;
    private int traces;

    static Story begin() {
        return new Story();
    }

    /** Created, submitted and priced, all within half a minute of {@link #START}. */
    static Story priced() {
        return begin().changed("CREATED", null, "shop-api", new Actor(Actor.Role.CUSTOMER, "user-42"), START)
                .changed(
                        "SUBMITTED",
                        "CREATED",
                        "shop-api",
                        new Actor(Actor.Role.CUSTOMER, "user-42"),
                        START.plusSeconds(5))
                .changed("PRICE_CALCULATED", "SUBMITTED", "mes-api", Actor.SYSTEM, START.plusSeconds(30));
    }

    Story changed(String status, @Nullable String previous, String service, Actor actor, Instant at) {
        ModelFile model = status.equals("SUBMITTED")
                ? new ModelFile("orders/ORD-0000001/ring.stl", "stl-binary", 1_468_006L, 29_358L, null)
                : null;
        return add(new StatusChange(newTrace(service), at, new OrderStatus(status), old(previous), actor, null, model));
    }

    Story attempted(String status, String service, Actor actor, Instant at, Fault fault) {
        return add(new StatusChange(newTrace(service), at, new OrderStatus(status), null, actor, fault, null));
    }

    Story failed(String service, Instant at, Fault fault, boolean recovered) {
        return add(new Failure(newTrace(service), at, "mes.orders process", fault, recovered, null));
    }

    Story sent(String key, String from, Instant at, String id) {
        return hop(sameTrace(from), key, from, at, null, null, id);
    }

    Story delivered(String key, String from, Instant at, String to, @Nullable Instant processed, String id) {
        return hop(sameTrace(from), key, from, at, to, processed, id);
    }

    /** Another consumer of the message told last. */
    Story alsoDelivered(String key, String from, Instant at, String to, Instant processed, String id) {
        return hop(events.getLast().evidence(), key, from, at, to, processed, id);
    }

    /** A message that its sender cannot send since a moment. */
    Story notSent(String key, String from, Instant since, Fault fault, String id) {
        return add(new MessageHop(
                sameTrace(from),
                new Message("orders", key, null, id),
                from,
                since,
                null,
                null,
                null,
                null,
                new Setback(fault, since, null)));
    }

    /** A message that its consumer put aside. */
    Story putAside(String key, String from, Instant at, String by, Fault fault, String queue, String id) {
        return add(new MessageHop(
                sameTrace(from),
                new Message("orders", key, null, id),
                from,
                at,
                at,
                by,
                at,
                null,
                new Setback(fault, at.plusSeconds(9), queue)));
    }

    /** A message received in a trace in which nobody sent it. */
    Story received(String key, String by, Instant at, String id) {
        return add(new MessageHop(
                newTrace(by), new Message(null, key, null, id), null, null, null, by, at, at.plusMillis(50), null));
    }

    /** A failed attempt to send or process a message. */
    Story failedOver(String message, String service, Instant at, Fault fault) {
        return add(new Failure(sameTrace(service), at, "order.message", fault, false, message));
    }

    Story add(OrderEvent event) {
        events.add(event);
        return this;
    }

    List<OrderEvent> events() {
        return List.copyOf(events);
    }

    private Story hop(
            Evidence evidence,
            String key,
            String from,
            Instant at,
            @Nullable String to,
            @Nullable Instant processed,
            String id) {
        return add(new MessageHop(
                evidence,
                new Message("orders", key, null, id),
                from,
                at,
                at,
                to,
                to == null ? null : at,
                processed,
                null));
    }

    private static @Nullable OrderStatus old(@Nullable String status) {
        return status == null ? null : new OrderStatus(status);
    }

    Evidence newTrace(String service) {
        traces++;
        return sameTrace(service);
    }

    Evidence sameTrace(String service) {
        spans++;
        return new Evidence(
                service,
                new TraceId("%032x".formatted(0xabc000 + traces)),
                new SpanId("%016x".formatted(0xdef000 + spans)),
                Set.of(Origin.JAEGER));
    }
}
