package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;

/** HEAD, OPTIONS and packed answers. */
class MethodsTest {
    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/reference, text/html",
        "/staff, text/html",
        "/staff/login, text/html",
        "/staff/files/console.css, text/css",
        "/page/1/leeswijzer.js, text/javascript",
        "/widget/v1/readers-also-borrowed.js, text/javascript",
        "/openapi.yml, application/yaml",
        "/openapi.json, application/json",
        "/v1/titles/r0, application/json",
    })
    void whoeverTakesWhatItIsAndNothingElseGetsIt(String path, String type) throws Exception {
        HttpResponse<String> anything = service.get(path);
        HttpResponse<String> that = service.get(path, "Accept", type);
        assertThat(that.statusCode()).isEqualTo(anything.statusCode()).isLessThan(400);
        assertThat(that.body()).isEqualTo(anything.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/titles?q=avonden",
                "/v1/titles/r0",
                "/v1/titles/r0/suggestions",
                "/v1/explain?seed=r0&candidate=r1",
                "/v1/libraries",
                "/v1/popular",
                "/v1/rising",
                "/v1/titles/none"
            })
    void headSaysWhatGetWouldWithoutTheBody(String path) throws Exception {
        HttpResponse<String> get = service.get(path);
        HttpResponse<String> head = method("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : new String[] {"ETag", "Content-Type", "Cache-Control", "Vary"}) {
            assertThat(head.headers().allValues(header))
                    .as(header)
                    .isEqualTo(get.headers().allValues(header));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/titles/r0/suggestions, 'GET,HEAD,OPTIONS'",
        "/v1/popular, 'GET,HEAD,OPTIONS'",
        "/v1/suggestions, 'OPTIONS,POST'",
        "/v1/suggestions/batch, 'OPTIONS,POST'",
    })
    void optionsSaysWhichMethodsThereAre(String path, String methods) throws Exception {
        HttpResponse<String> options = method("OPTIONS", path);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse("").split(", ?"))
                .containsExactlyInAnyOrder(methods.split(","));
    }

    @Test
    void anAnswerIsPackedForWhoCanUnpackIt() throws Exception {
        URI address = URI.create(service.address() + "/v1/popular?limit=100");
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> packed =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(service.get("/v1/popular?limit=100").body());
        }
    }

    private static HttpResponse<String> method(String method, String path) throws Exception {
        return service.send(path, request -> request.method(method, BodyPublishers.noBody()));
    }
}
