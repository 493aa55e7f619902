package io.ordertrace.benchmarks.tracing;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceImplBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/** Takes spans as Jaeger would and only counts them: what storing them costs is not the services' cost. */
final class SpanSink implements AutoCloseable {

    private static final int LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;

    private final LongAdder spans = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Server server;

    private SpanSink() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                    .addService(new Counter())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SpanSink start() {
        return new SpanSink();
    }

    /** Host and port of its OTLP/gRPC receiver. */
    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    long spans() {
        return spans.sum();
    }

    /** Length of the requests received, as they are on the wire without compression. */
    long bytes() {
        return bytes.sum();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Counter extends TraceServiceImplBase {

        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
            request.getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .forEach(scope -> spans.add(scope.getSpansCount()));
            bytes.add(request.getSerializedSize());
            answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
