package io.ordertrace.mes.b2b;

import io.ordertrace.mes.order.OrderReply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes a B2B order: the whole order is its model. */
@RestController
class B2bController {

    private static final int LARGEST_MODEL = 20 * 1024 * 1024;

    private final ApiKeys keys;
    private final B2bOrders orders;

    B2bController(ApiKeys keys, B2bOrders orders) {
        this.keys = keys;
        this.orders = orders;
    }

    @Operation(
            summary =
                    "Order what a 3D model shows, at most 20 MiB of binary or ASCII STL; for programs of B2B partners",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "401", description = "The API key is missing or not known.")
    @ApiResponse(responseCode = "413", description = "The model is too large.")
    @ApiResponse(responseCode = "415", description = "The body is not application/octet-stream.")
    @PostMapping(path = "/api/b2b/orders", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    OrderReply order(
            @RequestHeader(name = "X-Api-Key", required = false) @Nullable String key,
            @RequestParam @Size(max = 255) @Pattern(regexp = "[^\\p{Cntrl}/\\\\]+\\.(?i:stl)") String filename,
            HttpServletRequest request)
            throws IOException {
        String apiUser = keys.userOf(key);
        return OrderReply.of(orders.order(apiUser, filename, body(request)));
    }

    /** Reads no more than allowed, whatever the headers promise. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] stl = request.getInputStream().readNBytes(LARGEST_MODEL + 1);
        if (stl.length > LARGEST_MODEL) {
            throw new ModelTooBig(LARGEST_MODEL);
        }
        return stl;
    }
}
