package org.leeswijzer.api.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.http.EventLogHandler;
import org.leeswijzer.api.http.ProblemException;

/** Fills templates, and leads on from forms. */
@Singleton
final class Pages {
    private static final String TEMPLATES = "org.leeswijzer.api.console.view";
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

    /** The page of a template that wants nothing but what is around it. */
    MutableHttpResponse<byte[]> page(String template, Sheet sheet) {
        return page(template, sheet, Map.of());
    }

    /**
     * A page.
     *
     * @param name of the one thing more that the template wants
     */
    MutableHttpResponse<byte[]> page(String template, Sheet sheet, String name, Object value) {
        return page(template, sheet, Map.of(name, value));
    }

    /** A page, with all that the template wants by its name. */
    MutableHttpResponse<byte[]> page(String template, Sheet sheet, Map<String, Object> more) {
        Map<String, @Nullable Object> all = new HashMap<>(more);
        all.put("sheet", sheet);
        return HttpResponse.ok(bytes(template, all)).contentType(HTML);
    }

    /** A page that says why there is no other. */
    MutableHttpResponse<byte[]> refusal(HttpStatus status, Sheet sheet, Said why) {
        return page("refused", sheet, "why", why).status(status);
    }

    /** A part of a page. */
    String part(String template, Map<String, Object> params) {
        return new String(
                bytes(template, new HashMap<>(params)), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(String template, Map<String, @Nullable Object> params) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", params, output);
        return output.toByteArray();
    }

    /** Does what a form asks for, and leads on to a page that tells what came of it. */
    HttpResponse<byte[]> then(Visit visit, String path, Supplier<String> doing) {
        visit.session().tell(told(visit, doing));
        return HttpResponse.seeOther(URI.create(path));
    }

    private static Notice told(Visit visit, Supplier<String> doing) {
        try {
            return Notice.good(doing.get());
        } catch (KafkaException e) {
            return Notice.bad(Said.of(EventLogHandler.AWAY, visit.words()));
        } catch (ProblemException | IllegalArgumentException | IllegalStateException e) {
            return Notice.bad(Said.of(String.valueOf(e.getMessage()), visit.words()));
        }
    }
}
