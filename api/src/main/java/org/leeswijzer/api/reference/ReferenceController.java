package org.leeswijzer.api.reference;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.report.Words;

/**
 * The reference of the API, to be read: {@code GET /reference}, made of the document that programs get. What is around it is in
 * Dutch or English ({@code lang=nl}), as asked for or as the browser wants; descriptions are English. There are no scripts in it.
 */
@Hidden
@Produces(MediaType.TEXT_HTML)
@Controller("/reference")
final class ReferenceController {
    private static final String TEMPLATES = "org.leeswijzer.api.reference.view";
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Kept dutch;
    private final Kept english;
    private final String policy;

    ReferenceController(Document document, Examples examples) {
        Book book = new Binder(document, examples).bind();
        String css = css();
        policy = POLICY.formatted(hash(css));
        dutch = page(book, css, new Words(true));
        english = page(book, css, new Words(false));
    }

    private static Kept page(Book book, String css, Words words) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Map<String, @Nullable Object> params =
                new HashMap<>(Map.of("book", book, "css", css, "words", words));
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        ReferenceController.class.getClassLoader(),
                        TEMPLATES)
                .render("reference.jte", params, output);
        return new Kept(output.toByteArray(), HTML);
    }

    private static String css() {
        try (InputStream in =
                ReferenceController.class.getResourceAsStream("/reference/reference.css")) {
            if (in == null) {
                throw new IllegalStateException(
                        "reference.css is missing from the jar: build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reference.css cannot be read", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The page; 304 to whoever has it. */
    @Get
    HttpResponse<byte[]> reference(HttpRequest<?> request) {
        return (isDutch(request) ? dutch : english)
                .answer(request)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer");
    }

    private static boolean isDutch(HttpRequest<?> request) {
        String chosen = request.getParameters().get("lang");
        String code =
                chosen == null ? request.getLocale().map(Locale::getLanguage).orElse("en") : chosen;
        return code.equals("nl");
    }
}
