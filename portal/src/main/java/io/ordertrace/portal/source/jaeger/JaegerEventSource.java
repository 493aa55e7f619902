package io.ordertrace.portal.source.jaeger;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.order.TraceId;
import io.ordertrace.portal.source.FoundEvents;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.OrderEventSource;
import io.ordertrace.portal.source.SourceUnavailable;
import io.ordertrace.portal.source.jaeger.JaegerQueries.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks Jaeger service by service, because some of its storages search only within a service, and joins what they know
 * by trace id.
 */
final class JaegerEventSource implements OrderEventSource {

    private final JaegerQueries queries;
    private final OrderTraceReader reader;

    JaegerEventSource(JaegerQueries queries, OrderTraceReader reader) {
        this.queries = queries;
        this.reader = reader;
    }

    @Override
    public Origin origin() {
        return Origin.JAEGER;
    }

    @Override
    public FoundEvents find(OrderId order, Duration within) {
        Deadline deadline = Deadline.after(within.toMillis(), TimeUnit.MILLISECONDS);
        List<Page> pages = searchEach(services(deadline, within), order, deadline);
        List<OrderTrace> traces = join(order, pages);
        Operations operations = Operations.of(traces);
        List<OrderEvent> events = traces.stream()
                .flatMap(trace -> reader.read(trace, operations).stream())
                .toList();
        if (events.isEmpty()) {
            refuseToGuess(pages, within);
        }
        return new FoundEvents(events, gaps(pages, traces));
    }

    private List<String> services(Deadline deadline, Duration time) {
        try {
            return queries.services(deadline);
        } catch (StatusRuntimeException e) {
            throw unavailable("GetServices", e.getStatus(), time);
        }
    }

    private List<Page> searchEach(List<String> services, OrderId order, Deadline deadline) {
        // Every call ends by the deadline, so closing the executor does not wait longer than that.
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Page>> searches = services.stream()
                    .map(service -> executor.submit(() -> queries.search(service, order, deadline)))
                    .toList();
            executor.close();
            return searches.stream().map(Future::resultNow).toList();
        }
    }

    private static List<OrderTrace> join(OrderId order, List<Page> pages) {
        Map<TraceId, List<Span>> traces = new LinkedHashMap<>();
        for (Page page : pages) {
            for (Span span : page.spans()) {
                traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
            }
        }
        return traces.values().stream()
                .map(spans -> new OrderTrace(order, spans))
                .filter(trace -> !trace.ours().isEmpty())
                .toList();
    }

    // Nothing found, but not everybody answered: that is not "unknown order".
    private static void refuseToGuess(List<Page> pages, Duration time) {
        for (Page page : pages) {
            if (page.failure() != null) {
                throw unavailable("FindTraces " + page.service(), page.failure(), time);
            }
        }
    }

    private static List<Gap> gaps(List<Page> pages, List<OrderTrace> traces) {
        List<Gap> gaps = new ArrayList<>();
        addGap(
                gaps,
                Gap.Reason.UNAVAILABLE,
                names(pages.stream().filter(page -> page.failure() != null).toList()));
        addGap(
                gaps,
                Gap.Reason.LIMIT_REACHED,
                names(pages.stream().filter(Page::full).toList()));
        addGap(
                gaps,
                Gap.Reason.ORPHAN_SPANS,
                traces.stream()
                        .flatMap(trace -> trace.orphaned().stream())
                        .distinct()
                        .toList());
        return gaps;
    }

    private static List<String> names(List<Page> pages) {
        return pages.stream().map(Page::service).toList();
    }

    private static void addGap(List<Gap> gaps, Gap.Reason reason, List<String> about) {
        if (!about.isEmpty()) {
            gaps.add(new Gap(Origin.JAEGER, reason, about));
        }
    }

    private static SourceUnavailable unavailable(String operation, Status status, Duration time) {
        SourceUnavailable.Reason reason = switch (status.getCode()) {
            case DEADLINE_EXCEEDED -> SourceUnavailable.Reason.DEADLINE;
            case UNIMPLEMENTED -> SourceUnavailable.Reason.UNSUPPORTED;
            case UNAUTHENTICATED, PERMISSION_DENIED -> SourceUnavailable.Reason.REFUSED;
            default -> SourceUnavailable.Reason.UNREACHABLE;
        };
        return new SourceUnavailable(Origin.JAEGER, operation, reason, time, status.asRuntimeException());
    }
}
