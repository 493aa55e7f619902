package io.ordertrace.portal.jaegerui;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.POST;

import io.ordertrace.portal.web.Problems;
import java.net.URI;
import java.net.http.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Reading everything, and the two things that Jaeger UI sends: a trace to be archived, a file to be shown. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JaegerUiSettings.class)
class JaegerGateway {

    private static final Logger LOG = LoggerFactory.getLogger(JaegerGateway.class);

    @Bean
    RouterFunction<ServerResponse> jaegerUi(JaegerUiSettings settings) {
        JaegerHeaders headers = new JaegerHeaders(settings);
        return route("jaeger-ui")
                .route(
                        GET("/jaeger"),
                        request -> ServerResponse.permanentRedirect(URI.create("/jaeger/"))
                                .build())
                .route(
                        GET("/jaeger/**")
                                .or(HEAD("/jaeger/**"))
                                .or(POST("/jaeger/api/archive/{traceId}"))
                                .or(POST("/jaeger/api/transform")),
                        http())
                .before(uri(settings.url()))
                .before(headers::toJaeger)
                .after(headers::toBrowser)
                .onError(ResourceAccessException.class, JaegerGateway::unavailable)
                .onError(CredentialRefused.class, JaegerGateway::unavailable)
                .build();
    }

    /** Follows no redirect and answers none of Jaeger's questions for a password by itself. */
    @Bean
    ProxyExchange jaegerExchange(JaegerUiSettings settings, GatewayMvcProperties properties) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.answerTimeout());
        requests.enableCompression(false);
        return new RestClientProxyExchange(
                RestClient.builder().requestFactory(requests).build(), properties);
    }

    private static ServerResponse unavailable(Throwable failure, ServerRequest request) {
        LOG.warn("no answer of Jaeger to {}: {}", request.path(), failure.getMessage());
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build((asked, response) -> {
            Problems.send(asked, response, HttpStatus.SERVICE_UNAVAILABLE, "jaegerui.unavailable");
            return null;
        });
    }
}
