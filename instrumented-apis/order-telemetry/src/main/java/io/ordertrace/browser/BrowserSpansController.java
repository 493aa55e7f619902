package io.ordertrace.browser;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a batch of spans from the page in a visitor's browser. */
@RestController
final class BrowserSpansController {

    private static final byte[] JSON = {'{', '}'};

    private final Allowance allowance;
    private final Handover handover;

    BrowserSpansController(Allowance allowance, Handover handover) {
        this.allowance = allowance;
        this.handover = handover;
    }

    @Operation(
            summary = "Take the spans of the page: OTLP/HTTP, at most 64 KiB, from the page's own origin",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE),
                                @Content(mediaType = MediaType.APPLICATION_PROTOBUF_VALUE)
                            }))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "403", description = "The request does not come from the page.")
    @ApiResponse(responseCode = "413", description = "More than 64 KiB.")
    @ApiResponse(responseCode = "415", description = "Not OTLP as JSON or protobuf, or packed.")
    @ApiResponse(responseCode = "429", description = "Too much; `Retry-After` says for how many seconds.")
    @PostMapping(
            path = "/telemetry/v1/traces",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROTOBUF_VALUE})
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        SameOrigin.require(request);
        requirePlain(request);
        Batch batch = new Batch(contentType(request), body(request));
        OptionalLong wait = allowance.use(request.getRemoteAddr(), batch.body().length);
        if (wait.isPresent()) {
            throw tryAgainIn(wait.getAsLong());
        }
        if (!handover.offer(batch)) {
            throw tryAgainIn(Handover.FULL_SECONDS);
        }
        boolean json = MediaType.APPLICATION_JSON_VALUE.equals(batch.contentType());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(batch.contentType()))
                .body(json ? JSON : new byte[0]);
    }

    /** A few packed bytes can be a great many spans; a page of this size has no need to pack them. */
    private static void requirePlain(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new ErrorResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** Reads no more than allowed, whatever the headers promise. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        boolean tooLong = request.getContentLengthLong() > Batch.LIMIT;
        byte[] body = tooLong ? new byte[0] : request.getInputStream().readNBytes(Batch.LIMIT + 1);
        if (tooLong || body.length > Batch.LIMIT) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return body;
    }

    /** The visitor's own parameters of the type are not passed on. */
    private static String contentType(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        return type.getType() + "/" + type.getSubtype();
    }

    private static ErrorResponseException tryAgainIn(long seconds) {
        ErrorResponseException refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusal;
    }
}
