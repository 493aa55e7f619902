package io.ordertrace.portal.source.jaeger;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.ordertrace.portal.order.OrderProcess;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JaegerSettings.class)
class JaegerConfiguration {

    // An order's traces outgrow gRPC's 4 MiB.
    private static final int LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;

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
        return new JaegerEventSource(
                new JaegerQueries(jaegerChannel, settings, Clock.systemUTC()), new OrderTraceReader(process));
    }
}
