package io.ordertrace.portal.source.jaeger;

import com.google.protobuf.Timestamp;
import io.grpc.ClientInterceptor;
import io.grpc.ConnectivityState;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.source.jaeger.api.FindTracesRequest;
import io.ordertrace.portal.source.jaeger.api.GetServicesRequest;
import io.ordertrace.portal.source.jaeger.api.QueryServiceGrpc;
import io.ordertrace.portal.source.jaeger.api.QueryServiceGrpc.QueryServiceBlockingStub;
import io.ordertrace.portal.source.jaeger.api.TraceQueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two calls of Jaeger's query API that we make, and the connection they share. */
final class JaegerQueries {

    /**
     * What one service's search delivered.
     *
     * @param failure why it broke off; the spans until then are still good
     */
    record Page(
            String service,
            List<Span> spans,
            boolean full,
            @Nullable Status failure) {}

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    // Spans of a clock that is ahead still belong to now.
    private static final Duration FUTURE = Duration.ofHours(1);

    private final ManagedChannel channel;
    private final QueryServiceBlockingStub stub;
    private final JaegerSettings settings;
    private final Spans reader;
    private final Clock clock;
    private volatile boolean suspect;

    JaegerQueries(ManagedChannel channel, JaegerSettings settings, Spans reader, Clock clock) {
        this.channel = channel;
        this.stub = QueryServiceGrpc.newBlockingStub(channel).withInterceptors(credential(settings));
        this.settings = settings;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The services worth asking; browser pages prove nothing.
     *
     * @throws StatusRuntimeException when Jaeger cannot be asked
     */
    List<String> services(Deadline deadline) {
        renewConnection();
        try {
            return stub
                    .withDeadline(deadline)
                    .getServices(GetServicesRequest.getDefaultInstance())
                    .getServicesList()
                    .stream()
                    .filter(service -> !reader.pages().contains(service))
                    .toList();
        } catch (StatusRuntimeException e) {
            suspect = true;
            throw e;
        }
    }

    /** Searches one service's traces for the order; never throws for what Jaeger does. */
    Page search(String service, OrderId order, Deadline deadline) {
        List<Span> spans = new ArrayList<>();
        Status failure = null;
        // Whatever ends the reading also ends the stream, which would otherwise stay open until the deadline.
        Context.CancellableContext reading = Context.current().withCancellation();
        Context outside = reading.attach();
        try {
            Iterator<TracesData> chunks = stub.withDeadline(deadline).findTraces(request(service, order));
            while (chunks.hasNext()) {
                spans.addAll(reader.in(chunks.next()));
            }
        } catch (StatusRuntimeException e) {
            // Newer servers say that nothing was found, older ones send nothing.
            failure = e.getStatus().getCode() == Status.Code.NOT_FOUND ? null : e.getStatus();
            suspect |= failure != null;
        } finally {
            reading.detachAndCancel(outside, null);
        }
        long traces = spans.stream().map(Span::traceId).distinct().count();
        return new Page(service, List.copyOf(spans), traces >= settings.searchDepth(), failure);
    }

    // gRPC waits longer and longer between attempts to connect, and fails calls meanwhile. Somebody is waiting for this
    // page: after a failure, forget the waiting and connect at once.
    private void renewConnection() {
        if (suspect || channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            suspect = false;
            channel.enterIdle();
        }
    }

    private FindTracesRequest request(String service, OrderId order) {
        Instant now = clock.instant();
        return FindTracesRequest.newBuilder()
                .setQuery(TraceQueryParameters.newBuilder()
                        .setServiceName(service)
                        .putAttributes(Attributes.ORDER_ID, order.value())
                        .setStartTimeMin(timestamp(now.minus(settings.lookback())))
                        .setStartTimeMax(timestamp(now.plus(FUTURE)))
                        .setSearchDepth(settings.searchDepth())
                        .setRawTraces(true))
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static ClientInterceptor credential(JaegerSettings settings) {
        Metadata headers = new Metadata();
        if (!settings.user().isEmpty()) {
            String pair = settings.user() + ":" + settings.password();
            headers.put(
                    AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
