package io.ordertrace.apidoc;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes what every call can answer instead of what it was asked for: problem details as in RFC 9457. */
final class CommonProblems implements GlobalOpenApiCustomizer {

    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(NAME, schema());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        boolean ofOneOrder = path.contains("{");
        add(operation, "400", "The request makes no sense: a parameter is missing or malformed.");
        if (ofOneOrder) {
            add(operation, "404", "There is no such order.");
        }
        if (ofOneOrder && method != HttpMethod.GET) {
            add(operation, "409", "The order is not where this step needs it, or somebody was faster.");
        }
        add(operation, "500", "Something failed inside; log and trace say what.");
        add(
                operation,
                "503",
                "Something that is needed does not answer. See how the order stands before trying again.");
        operation.getResponses().forEach((status, response) -> useProblem(status, response));
    }

    private static void add(Operation operation, String status, String description) {
        operation.getResponses().computeIfAbsent(status, any -> new ApiResponse().description(description));
    }

    private static void useProblem(String status, ApiResponse response) {
        if (status.startsWith("4") || status.startsWith("5")) {
            Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + NAME);
            response.content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        }
    }

    private static Schema<?> schema() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Conflict"))
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty(
                        "detail",
                        new StringSchema().example("ORD-0000042 is MANUFACTURING_STARTED and cannot become CANCELLED"))
                .addProperty("instance", new StringSchema().example("/api/orders/ORD-0000042/cancel"));
    }
}
