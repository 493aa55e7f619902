package io.ordertrace.portal.jaegerui;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.POST;

import io.ordertrace.portal.web.Problems;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
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
                        GET("/jaeger/**")
                                .or(HEAD("/jaeger/**"))
                                .or(POST("/jaeger/api/archive/{traceId}"))
                                .or(POST("/jaeger/api/transform")),
                        http())
                .before(uri(settings.url()))
                .filter((request, jaeger) -> exchange(request, jaeger, headers))
                .build();
    }

    /** Before the gateway, whose pattern matches this address too. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> jaegerUiWithoutSlash() {
        return RouterFunctions.route(
                GET("/jaeger"),
                request ->
                        ServerResponse.permanentRedirect(URI.create("/jaeger/")).build());
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

    private static ServerResponse exchange(
            ServerRequest request, HandlerFunction<ServerResponse> jaeger, JaegerHeaders headers) throws Exception {
        try {
            ServerRequest toJaeger = headers.toJaeger(request);
            ServerResponse answer = headers.toBrowser(jaeger.handle(toJaeger));
            InputStream body = MvcUtils.getAttribute(toJaeger, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
            if (body != null) {
                MvcUtils.putAttribute(toJaeger, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, new JaegerBody(body));
            }
            return answer;
        } catch (ResourceAccessException | CredentialRefused failure) {
            LOG.warn("no answer of Jaeger to {}: {}", request.path(), failure.getMessage());
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build((asked, response) -> {
                Problems.send(asked, response, HttpStatus.SERVICE_UNAVAILABLE, "jaegerui.unavailable");
                return null;
            });
        }
    }
}
