package org.leeswijzer.api.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes requests that nobody should make, the same ones for the same seed. */
final class Hostile {
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");
    private static final int MEBIBYTE = 1 << 20;

    /** As they stand in an address: percent-encoded, or nearly. */
    private static final List<String> VALUES =
            List.of(
                    "",
                    "r0",
                    "1",
                    "-1",
                    "0",
                    "2147483648",
                    "99999999999999999999",
                    "1e400",
                    "NaN",
                    "true",
                    "null",
                    "klein",
                    "none",
                    "%00",
                    "%FF%FE",
                    "%C3%28",
                    "%ED%A0%80",
                    "%",
                    "%zz",
                    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                    "..%5c..",
                    "%0d%0aX-Evil:%20yes",
                    "%24%7Bjndi:ldap://127.0.0.1/x%7D",
                    "%3Cscript%3Ealert(1)%3C/script%3E",
                    "'%20OR%201=1--",
                    "%E2%80%AE%F0%9F%93%9A",
                    "a,b,,c",
                    "[]",
                    "%7B%7D",
                    ";jsessionid=1",
                    "week",
                    "2026-02-30",
                    "*",
                    "%2F",
                    "a%2Fb",
                    "leeswijzer.loans-0=0");

    private static final List<String> PARAMETERS =
            List.of(
                    "library",
                    "scope",
                    "held",
                    "exclude",
                    "limit",
                    "mode",
                    "basis",
                    "maxPerAuthor",
                    "maxPerSeries",
                    "mediaType",
                    "language",
                    "audience",
                    "yearFrom",
                    "yearTo",
                    "available",
                    "period",
                    "q",
                    "seed",
                    "candidate",
                    "since",
                    "by",
                    "lang",
                    "at",
                    "version",
                    "reader");

    private static final List<String> FIELDS =
            List.of(
                    "titles",
                    "library",
                    "patron",
                    "limit",
                    "exclude",
                    "mode",
                    "held",
                    "records",
                    "id",
                    "by",
                    "reason",
                    "folder",
                    "fromOffsets",
                    "fromTime",
                    "traceId",
                    "kind",
                    "reader",
                    "mediaType",
                    "yearFrom",
                    "token",
                    "formToken");

    private static final List<String> JSON_VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e999",
                    "123456789012345678901234567890",
                    "\"\"",
                    "\"r0\"",
                    "\"\\u0000\"",
                    "\"\\uD800\"",
                    "[]",
                    "[null]",
                    "[[]]",
                    "[{}]",
                    "{}",
                    "[\"r0\",null,7,{}]",
                    "{\"library\":null,\"id\":[]}",
                    "[{\"library\":\"klein\",\"id\":\"r0\"},{\"library\":\"klein\",\"id\":\"\"}]",
                    "\"<img src=x onerror=alert(1)>\"",
                    "\"9999-99-99T99:99:99Z\"",
                    "NaN",
                    "'x'");

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json",
                    "application/json",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data",
                    "application/octet-stream",
                    "image/png",
                    ";;;",
                    "");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: text/html",
                    "Accept: ;q=x,,",
                    "Accept-Language: nl-\u00e9,*;q=9",
                    "Accept-Encoding: gzip;q=0, *",
                    "If-None-Match: \"",
                    "If-None-Match: W/,*,\"\"",
                    "Origin: null",
                    "Origin: https://evil.example",
                    "X-Api-Key: none",
                    "X-Forwarded-For: 1.2.3.4, ::, x",
                    "Last-Event-ID: -1",
                    "Cookie: leeswijzer-staff=; =; a=\u00ff",
                    "Range: bytes=0-,-1",
                    "Content-Encoding: gzip",
                    "Expect: 100-continue",
                    "Sec-Fetch-Site: cross-site",
                    "Access-Control-Request-Method: POST",
                    "Host: evil.example",
                    "X: \u00ff\u00fe\u0001");

    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    /**
     * A request of a route.
     *
     * @param route method and template
     * @param credentials headers by which it passes, each with its line's end
     */
    byte[] request(String route, String credentials) {
        String method = route.substring(0, route.indexOf(' '));
        String path = path(route.substring(method.length() + 1)) + query();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        head.append(
                random.nextInt(12) == 0
                        ? one(List.of("OPTIONS", "HEAD", "PUT", "TRACE", "GE"))
                        : method);
        head.append(' ').append(path).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (random.nextInt(8) > 0) {
            head.append("Host: 127.0.0.1\r\n");
        }
        if (random.nextInt(4) > 0) {
            head.append(credentials);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        boolean hasBody = !method.equals("GET") || random.nextInt(10) == 0;
        byte[] body = hasBody ? body() : new byte[0];
        if (hasBody) {
            head.append("Content-Type: ").append(one(TYPES)).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path(String template) {
        return VARIABLE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(inPath()));
    }

    private String inPath() {
        return random.nextInt(40) == 0 ? "x".repeat(random.nextInt(MEBIBYTE)) : one(VALUES);
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&').append(one(PARAMETERS)).append('=');
            query.append(random.nextInt(30) == 0 ? "y".repeat(5000) : one(VALUES));
        }
        return query.toString();
    }

    private byte[] body() {
        return switch (random.nextInt(12)) {
            case 0 -> bytes(random.nextInt(2000));
            case 1 -> new byte[0];
            case 2 ->
                    ("{\"titles\":[\"" + "z".repeat(MEBIBYTE - 200) + "\"]}")
                            .getBytes(StandardCharsets.UTF_8);
            case 3 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 4 -> broken(json());
            case 5 -> form().getBytes(StandardCharsets.UTF_8);
            default -> json().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /* Cut somewhere, with a byte that UTF-8 does not have. */
    private byte[] broken(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) 0xFF;
        return bytes;
    }

    private String json() {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(6); i >= 0; i--) {
            json.append(json.length() > 1 ? "," : "").append('"').append(one(FIELDS)).append("\":");
            json.append(one(JSON_VALUES));
        }
        return json.append('}').toString();
    }

    /** What a form sends. */
    String form() {
        StringBuilder form = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(one(FIELDS))
                    .append('=')
                    .append(one(VALUES));
        }
        return form.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
