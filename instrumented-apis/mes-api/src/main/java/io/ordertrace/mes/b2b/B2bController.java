package io.ordertrace.mes.b2b;

import io.ordertrace.mes.order.Identifier;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.OrderReply;
import io.ordertrace.upload.ModelUploads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a B2B order: the whole order is its model. */
@RestController
class B2bController {

    private final ApiKeys keys;
    private final ModelUploads uploads;
    private final B2bOrders orders;

    B2bController(ApiKeys keys, ModelUploads uploads, B2bOrders orders) {
        this.keys = keys;
        this.uploads = uploads;
        this.orders = orders;
    }

    @Operation(
            summary =
                    "Order what a 3D model shows, at most 20 MiB of binary or ASCII STL; for programs of B2B partners",
            description = """
                    With an `Idempotency-Key` the request can be repeated until it is answered: it goes on with the \
                    same order where that stopped, and answers with it as it stands by then. The model has to be the \
                    same; the file name does not count. Without a key, every request is another order, and one that \
                    cannot be submitted is cancelled.""",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "401", description = "The API key is missing or not known.")
    @ApiResponse(responseCode = "409", description = "A request with the same `Idempotency-Key` is being answered.")
    @ApiResponse(responseCode = "413", description = "The model is too large.")
    @ApiResponse(responseCode = "415", description = "The body is not application/octet-stream.")
    @ApiResponse(responseCode = "422", description = "The `Idempotency-Key` stands for an order of another model.")
    @ApiResponse(
            responseCode = "503",
            description = "With `Retry-After`: too many models are arriving, and nothing was done with this one."
                    + " Without: something that is needed does not answer; repeat with the same `Idempotency-Key`.")
    @PostMapping(path = "/api/b2b/orders", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<OrderReply> order(
            @RequestHeader(name = "X-Api-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Idempotency-Key", required = false) @Identifier @Nullable String idempotencyKey,
            @RequestParam @Size(max = 255) @Pattern(regexp = "[^\\p{Cntrl}/\\\\]+\\.(?i:stl)") String filename,
            HttpServletRequest request) {
        String apiUser = keys.userOf(key);
        ManufacturingOrder order =
                uploads.of(request).receive(stl -> orders.order(apiUser, idempotencyKey, filename, stl));
        return ResponseEntity.created(URI.create("/api/orders/" + order.orderId()))
                .body(OrderReply.of(order));
    }
}
