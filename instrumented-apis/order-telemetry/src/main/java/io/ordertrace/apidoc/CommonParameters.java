package io.ordertrace.apidoc;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the parameters that occur in many calls. */
final class CommonParameters implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(CommonParameters::describe);
    }

    private static void describe(Operation operation) {
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
                .forEach(each -> CommonParameter.of(each).ifPresent(known -> known.describe(each)));
    }
}
