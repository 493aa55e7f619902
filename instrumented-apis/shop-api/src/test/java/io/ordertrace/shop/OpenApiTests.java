package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published description against what the service really answers to. */
@ShopApiTest
class OpenApiTests {

    @Autowired
    Customer customer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JsonMapper json;

    @Test
    void everyEndpointIsDescribedAndNothingElse() {
        JsonNode paths = description().path("paths");

        Set<String> described = paths.propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(method -> method.getKey() + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(described).isNotEmpty().isEqualTo(endpoints());
        assertThat(operations(paths)).allSatisfy(operation -> {
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
            assertThat(operation.at("/responses/400/content").propertyNames())
                    .containsExactly("application/problem+json");
        });
    }

    @Test
    void everyParameterIsDescribedWithAnExample() {
        assertThat(operations(description().path("paths")))
                .flatExtracting(
                        operation -> operation.path("parameters").valueStream().toList())
                .isNotEmpty()
                .allSatisfy(parameter -> {
                    String name = parameter.path("name").asString();
                    JsonNode schema = parameter.path("schema");
                    assertThat(schema.path("type").asString()).as(name).isIn("string", "integer");
                    assertThat(parameter.has("example") || schema.has("enum") || schema.has("maximum"))
                            .as(name)
                            .isTrue();
                });
    }

    @Test
    void tellsWhoActsWhatCanGoWrongAndWhatAnOrderLooksLike() {
        JsonNode api = description();

        assertThat(api.at("/info/title").asString()).isEqualTo("Shop API");
        JsonNode operation = api.path("paths").path("/api/orders/{id}/cancel").path("post");
        assertThat(operation
                        .path("parameters")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .contains("X-User-Id");
        assertThat(operation.path("responses").propertyNames()).contains("200", "400", "404", "409", "500", "503");
        assertThat(api.at("/components/schemas/Problem/properties/detail/example")
                        .asString())
                .isNotBlank();
        assertThat(api.at("/components/schemas/OrderReply/example").toString()).contains("ORD-0000042");
    }

    private Set<String> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.ordertrace"))
                .flatMap(entry -> names(entry.getKey()).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> method.name().toLowerCase(Locale.ROOT) + " " + path))
                .toList();
    }

    private static List<JsonNode> operations(JsonNode paths) {
        return paths.valueStream().flatMap(JsonNode::valueStream).toList();
    }

    private JsonNode description() {
        return json.readTree(customer.http
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBodyContent());
    }
}
