package org.leeswijzer.api.reference;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.leeswijzer.api.http.EntityTag;

/** What is the same as long as this build runs, so that anybody may keep it. */
final class Kept {
    private final byte[] bytes;
    private final MediaType type;
    private final String tag;

    Kept(byte[] bytes, MediaType type) {
        this.bytes = bytes;
        this.type = type;
        tag = "\"" + EntityTag.hash(bytes) + "\"";
    }

    /** It; 304 to whoever has it. */
    MutableHttpResponse<byte[]> answer(HttpRequest<?> request) {
        MutableHttpResponse<byte[]> response =
                EntityTag.isNamed(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag)
                        ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                        : HttpResponse.ok(bytes).contentType(type);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
    }
}
