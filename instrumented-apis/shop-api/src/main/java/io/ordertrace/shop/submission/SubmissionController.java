package io.ordertrace.shop.submission;

import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.OrderReply;
import io.ordertrace.shop.order.UserId;
import io.ordertrace.upload.ModelUploads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubmissionController {

    private final Submissions submissions;
    private final ModelUploads uploads;

    SubmissionController(Submissions submissions, ModelUploads uploads) {
        this.submissions = submissions;
        this.uploads = uploads;
    }

    @Operation(
            summary = "Send in the 3D model, at most 20 MiB of binary or ASCII STL; the order is submitted",
            description = "Sending the same file again changes nothing and answers with the order as it stands.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "403", description = "It is somebody else's order.")
    @ApiResponse(responseCode = "413", description = "The model is too large.")
    @ApiResponse(responseCode = "415", description = "The body is not application/octet-stream.")
    @ApiResponse(
            responseCode = "503",
            description = "With `Retry-After`: too many models are arriving, and nothing was done with this one."
                    + " Without: something that is needed does not answer; see how the order stands.")
    @PutMapping(path = "/api/orders/{id}/model", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    OrderReply submit(
            @PathVariable OrderId id,
            @RequestHeader("X-User-Id") UserId user,
            @RequestParam @Size(max = 255) @Pattern(regexp = "[^\\p{Cntrl}/\\\\]+\\.(?i:stl)") String filename,
            HttpServletRequest request) {
        return OrderReply.of(submissions.submit(id, user, filename, uploads.of(request)));
    }
}
