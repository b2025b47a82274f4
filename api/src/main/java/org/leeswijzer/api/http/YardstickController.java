package org.leeswijzer.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;

/**
 * The same bytes every time: {@code GET /v1/yardstick}. A load test divides by it, to tell what a suggestion costs from
 * what the machine, the network and the server do.
 */
@Tag(name = "Operations")
@Controller("/v1/yardstick")
final class YardstickController {
    private static final byte[] BODY = "{\"yardstick\":true}".getBytes(StandardCharsets.US_ASCII);

    /** The same bytes every time. */
    @Operation(operationId = "yardstick")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @Get
    HttpResponse<byte[]> yardstick() {
        return HttpResponse.ok(BODY).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
