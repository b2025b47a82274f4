package org.leeswijzer.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.feedback.Readers;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.Engine;

/**
 * Makes JSON of answers, with an entity tag for those that may be kept.
 *
 * <p>The tag is the model's version and a hash of the answer: every replica gives the same, a new model changes it where it
 * changes the answer, and a loan of other titles leaves it as it is.
 */
@Singleton
public final class Answers {
    private final ObjectMapper json;
    private final Engine engine;
    private final String cacheControl;

    Answers(ObjectMapper json, Engine engine, Settings settings) {
        this.json = json;
        this.engine = engine;
        cacheControl = "public, max-age=" + settings.cacheSeconds();
    }

    /** An answer that anybody may keep for a while; 304 if the caller has it. */
    MutableHttpResponse<byte[]> kept(HttpRequest<?> request, Object body) {
        byte[] bytes = bytes(body);
        String tag = tag(bytes);
        MutableHttpResponse<byte[]> response =
                EntityTag.isNamed(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag)
                        ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                        : HttpResponse.ok(bytes).contentType(MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    /**
     * An answer that anybody may keep, unless it was made for a reader, which caches have to tell apart by {@link Readers#HEADER}.
     *
     * @param reader whom it was made for; null if nobody said who reads
     */
    MutableHttpResponse<byte[]> kept(HttpRequest<?> request, @Nullable String reader, Object body) {
        MutableHttpResponse<byte[]> answer = reader == null ? kept(request, body) : notKept(body);
        return answer.header(HttpHeaders.VARY, Readers.HEADER);
    }

    /** An answer to one reader's own list, or to staff, which nobody may keep. */
    public MutableHttpResponse<byte[]> notKept(Object body) {
        return HttpResponse.ok(bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** An answer made of one patron's loans, for that patron alone. */
    HttpResponse<byte[]> forOne(Object body) {
        return HttpResponse.ok(bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written as JSON", e);
        }
    }

    /* Weak: the same answer may go out packed or not. */
    private String tag(byte[] bytes) {
        return "W/\"%d-%s\"".formatted(engine.model().version(), EntityTag.hash(bytes));
    }
}
