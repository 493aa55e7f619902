package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Fault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells from a failed span what was to blame and how it failed. What the service itself says of it counts first. */
final class Faults {

    private static final Duration HANGS_FROM = Duration.ofSeconds(10);

    private static final Pattern HANG = Pattern.compile(
            "time-?d? ?out|timeout|deadline|not available, request timed out", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNAVAILABLE = Pattern.compile(
            "refused|connection ?reset|reset by peer|unknown ?host|no ?route|unreachable|unavailable|connectexception"
                    + "|could ?not ?connect|amqpconnect|alreadyclosed|broken pipe|connection is closed"
                    + "|i/o error|terminating connection|connection attempt failed"
                    + "|name or service not known|\\b50[23]\\b",
            Pattern.CASE_INSENSITIVE);

    private Faults() {}

    /** The fault of the last error without an error of its own below: where it all began. */
    static Fault deepestBelow(OrderTrace trace, FailedSpans failures, Span failed) {
        return failures.below(failed).stream()
                .max(Comparator.comparing(Span::end))
                .map(leaf -> of(trace, leaf, failed))
                .orElseGet(() -> of(trace, failed, failed));
    }

    /** The fault of a leaf; the exception may be recorded only further up, where it was caught. */
    static Fault of(OrderTrace trace, Span leaf, Span upTo) {
        List<Span> chain = Stream.concat(Stream.of(leaf), trace.ancestors(leaf))
                .takeWhile(span -> !span.equals(upTo))
                .filter(Span::error)
                .toList();
        List<Span> telling =
                Stream.concat(chain.stream(), Stream.of(upTo)).distinct().toList();
        String type = firstOf(telling, Attributes.ERROR_TYPE);
        String message = firstOf(telling, Attributes.ERROR_MESSAGE);
        for (Span span : telling) {
            Fault.Kind said = said(span);
            if (said != null) {
                return new Fault(said, shortened(span.value(Attributes.FAILURE_DEPENDENCY)), type, message);
            }
        }
        return new Fault(guessed(leaf, type, message), shortened(dependency(trace, leaf)), type, message);
    }

    private static Fault.@Nullable Kind said(Span span) {
        return switch (span.value(Attributes.FAILURE_CLASS)) {
            case "hang" -> Fault.Kind.HANG;
            case "unavailable" -> Fault.Kind.UNAVAILABLE;
            case "error" -> Fault.Kind.ERROR;
            case null, default -> null;
        };
    }

    private static Fault.Kind guessed(Span leaf, @Nullable String type, @Nullable String message) {
        String http = leaf.first(Attributes.HTTP_STATUS);
        String text = Stream.of(type, message, http).filter(Objects::nonNull).reduce("", (a, b) -> a + " " + b);
        boolean slow = leaf.duration().compareTo(HANGS_FROM) >= 0;
        if (slow || "504".equals(http) || HANG.matcher(text).find()) {
            return Fault.Kind.HANG;
        }
        return UNAVAILABLE.matcher(text).find() ? Fault.Kind.UNAVAILABLE : Fault.Kind.ERROR;
    }

    private static @Nullable String dependency(OrderTrace trace, Span leaf) {
        List<Span> calls = trace.withinEntry(leaf)
                .takeWhile(span -> !span.entry() && !StatusChanges.isStatusChange(span))
                .toList();
        String peer = firstOf(calls, Attributes.PEER_SERVICE);
        return peer != null
                ? peer
                : calls.stream()
                        .map(Faults::named)
                        .filter(Objects::nonNull)
                        .reduce((nearer, further) -> further.equals("s3") ? further : nearer)
                        .orElse(null);
    }

    private static @Nullable String named(Span span) {
        if (span.first(Attributes.BUCKET) != null || awsS3(span)) {
            return "s3";
        }
        return Stream.of(Attributes.DATABASE, Attributes.MESSAGING, Attributes.PEER, Attributes.RPC)
                .map(span::first)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean awsS3(Span span) {
        String method = span.first(Attributes.RPC_METHOD);
        String system = span.first(Attributes.RPC);
        String service = span.attributes().getOrDefault("rpc.service", method == null ? "" : method);
        return "aws-api".equals(system) && service.toLowerCase(Locale.ROOT).startsWith("s3");
    }

    private static @Nullable String firstOf(List<Span> spans, List<String> names) {
        return spans.stream()
                .map(span -> span.first(names))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null ? null : Text.shortened(name, 64);
    }
}
