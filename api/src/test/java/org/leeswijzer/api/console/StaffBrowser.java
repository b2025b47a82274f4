package org.leeswijzer.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leeswijzer.api.TinyService;

/** Somebody of the staff who is logged in, with a browser that runs no scripts and follows nothing by itself. */
final class StaffBrowser {
    static final String TOKEN = TinyService.TOKEN;

    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TinyService service;
    private final String cookie;

    private StaffBrowser(TinyService service, String cookie) {
        this.service = service;
        this.cookie = cookie;
    }

    static StaffBrowser login(TinyService service) throws Exception {
        HttpResponse<String> answer = tryLogin(service, TOKEN);
        assertThat(answer.statusCode()).isEqualTo(303);
        return of(service, answer);
    }

    /** Whoever was given a session by that answer. */
    static StaffBrowser of(TinyService service, HttpResponse<String> answer) {
        return new StaffBrowser(
                service,
                answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    /** Whose session that cookie is. */
    static StaffBrowser of(TinyService service, String cookie) {
        return new StaffBrowser(service, cookie.replaceFirst(";.*", ""));
    }

    static HttpResponse<String> tryLogin(TinyService service, String token) throws Exception {
        return service.post(
                "/staff/login",
                encoded(Map.of("by", "anna", "token", token)),
                "Content-Type",
                FORM);
    }

    String cookie() {
        return cookie;
    }

    HttpResponse<String> get(String path) throws Exception {
        return service.get(path, "Cookie", cookie);
    }

    String page(String path) throws Exception {
        HttpResponse<String> answer = service.get(path, "Cookie", cookie, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The token that a page of ours holds. */
    String formToken() throws Exception {
        Matcher token = FORM_TOKEN.matcher(page("/staff"));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** Sends a form; gives the page that it leads to. */
    String send(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("formToken", formToken());
        HttpResponse<String> answer = sendAsIs(path, all);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return page(answer.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> sendAsIs(String path, Map<String, String> fields) throws Exception {
        return service.post(path, encoded(fields), "Content-Type", FORM, "Cookie", cookie);
    }

    /** Sends a file; gives the answer. */
    HttpResponse<String> sendFile(String kind, String library, String content) throws Exception {
        String parts =
                part("formToken", formToken())
                        + part("kind", kind)
                        + part("library", library)
                        + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        + content
                        + "\r\n--edge--\r\n";
        return service.send(
                "/staff/imports",
                request -> request.POST(BodyPublishers.ofString(parts)),
                "Content-Type",
                "multipart/form-data; boundary=edge",
                "Cookie",
                cookie);
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
