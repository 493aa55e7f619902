package io.ordertrace.portal.source.jaeger;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.source.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JaegerSettings.class)
class JaegerConfiguration {

    // An order's traces outgrow gRPC's 4 MiB.
    private static final int LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(JaegerConfiguration.class);

    @Bean(destroyMethod = "shutdownNow")
    static ManagedChannel jaegerChannel(JaegerSettings settings) {
        ManagedChannel channel = Grpc.newChannelBuilder(settings.address(), InsecureChannelCredentials.create())
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .build();
        // Connect now, so that the first question does not pay for it.
        channel.getState(true);
        return channel;
    }

    @Bean
    static JaegerEventSource jaegerEventSource(
            ManagedChannel jaegerChannel, JaegerSettings settings, OrderProcess process) {
        Spans spans = new Spans(process.pages());
        return new JaegerEventSource(
                new JaegerQueries(jaegerChannel, settings, spans, Clock.systemUTC()), new OrderTraceReader(process));
    }

    // The first question of a fresh process takes seconds to load gRPC and the readers of spans: nobody should wait for
    // that.
    @Bean
    static ApplicationListener<ApplicationReadyEvent> jaegerWarmUp(JaegerEventSource source) {
        return ready -> Thread.ofVirtual().name("jaeger-warm-up").start(() -> {
            try {
                source.find(new OrderId("WARM-UP"), WARM_UP);
            } catch (SourceUnavailable e) {
                LOG.warn("Jaeger cannot be asked yet: {}", e.getMessage());
            }
        });
    }
}
