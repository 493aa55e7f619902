package io.ordertrace.portal.source.jaeger;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.jaeger.api.FindTracesRequest;
import io.ordertrace.portal.source.jaeger.api.GetServicesRequest;
import io.ordertrace.portal.source.jaeger.api.GetServicesResponse;
import io.ordertrace.portal.source.jaeger.api.QueryServiceGrpc.QueryServiceImplBase;
import io.ordertrace.portal.source.jaeger.api.TraceQueryParameters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A server that speaks Jaeger's query API and misbehaves as told, within this process. */
final class FakeJaeger implements AutoCloseable {

    static final int SEARCH_DEPTH = 3;

    private final Map<String, Consumer<StreamObserver<TracesData>>> answers = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<TraceQueryParameters> queries = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> credentials = new ConcurrentLinkedQueue<>();
    private @Nullable Consumer<StreamObserver<GetServicesResponse>> services;

    private final Server server;
    private final ManagedChannel channel;

    FakeJaeger() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .addService(new Queries())
                .intercept(new Credentials())
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    JaegerEventSource source() {
        return source(SEARCH_DEPTH);
    }

    JaegerEventSource source(int searchDepth) {
        JaegerSettings settings = new JaegerSettings("in process", "reader", "secret", searchDepth, Duration.ofDays(3));
        return new JaegerEventSource(
                new JaegerQueries(channel, settings, new Spans(List.of("shop-page")), Clock.systemUTC()),
                new OrderTraceReader(OrderProcessFile.read(new ClassPathResource("order-process.yml"))));
    }

    FakeJaeger answers(String service, List<TracesData> chunks) {
        return answers(service, call -> {
            chunks.forEach(call::onNext);
            call.onCompleted();
        });
    }

    FakeJaeger answers(String service, Consumer<StreamObserver<TracesData>> answer) {
        answers.put(service, answer);
        return this;
    }

    FakeJaeger answersServices(Consumer<StreamObserver<GetServicesResponse>> answer) {
        services = answer;
        return this;
    }

    static <T> Consumer<StreamObserver<T>> failing(Status status) {
        return call -> call.onError(status.asRuntimeException());
    }

    static <T> Consumer<StreamObserver<T>> hanging() {
        return call -> {};
    }

    static Consumer<StreamObserver<TracesData>> breakingOffAfter(TracesData... chunks) {
        return call -> {
            Arrays.stream(chunks).forEach(call::onNext);
            call.onError(Status.UNAVAILABLE.withDescription("connection reset").asRuntimeException());
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private final class Queries extends QueryServiceImplBase {

        @Override
        public void getServices(GetServicesRequest request, StreamObserver<GetServicesResponse> call) {
            if (services != null) {
                services.accept(call);
                return;
            }
            call.onNext(GetServicesResponse.newBuilder()
                    .addAllServices(answers.keySet().stream().sorted().toList())
                    .build());
            call.onCompleted();
        }

        @Override
        public void findTraces(FindTracesRequest request, StreamObserver<TracesData> call) {
            queries.add(request.getQuery());
            answers.getOrDefault(request.getQuery().getServiceName(), failing(Status.INTERNAL))
                    .accept(call);
        }
    }

    private final class Credentials implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            credentials.add(headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
            return next.startCall(call, headers);
        }
    }
}
