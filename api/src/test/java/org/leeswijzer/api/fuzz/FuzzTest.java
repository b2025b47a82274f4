package org.leeswijzer.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;

/** Requests of every route that nobody should make: each is answered, and none brings anything out. */
class FuzzTest {
    /** For each route; {@code -Dfuzz.requests=2000} for a long run, {@code -Dfuzz.seed} for others. */
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 40);

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_128);

    private static final Pattern PATRON = Pattern.compile(Pattern.quote(TinyService.PATRON));

    /** What only a fault of ours would let out. */
    private static final Pattern LEAK =
            Pattern.compile(
                    "Exception|\\bat (?:org|java|io|com)\\.|org\\.leeswijzer|io\\.micronaut|io\\.netty|"
                            + PATRON.pattern());

    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    @TempDir private static Path folder;
    private static TinyService service;

    @BeforeAll
    static void start() throws Exception {
        service = TinyService.start(folder, TinyService.TOKENS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void noRequestOfAnyRouteIsAFaultOfOursOrBringsAnythingOut() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        long seed = SEED;
        for (String route : service.routes()) {
            Hostile hostile = new Hostile(seed++);
            String credentials =
                    route.contains(" /staff")
                            ? "Cookie: " + session() + "\r\n"
                            : "Authorization: Bearer " + TinyService.TOKEN + "\r\n";
            // Ops are told of exceptions, by name and number.
            Pattern leak = route.endsWith("/prometheus") ? PATRON : LEAK;
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = hostile.request(route, credentials);
                RawHttp.Reply reply = RawHttp.send(service.address(), request);
                if (reply.status() >= 500
                        || reply.status() <= 0
                        || leak.matcher(reply.text()).find()) {
                    wrong.put(
                            head(request),
                            head(reply.text().getBytes(StandardCharsets.ISO_8859_1)));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(service.get("/v1/titles/r0/suggestions").statusCode())
                .as("and it still answers")
                .isEqualTo(200);
    }

    /** The beginning, to read and to try again. */
    private static String head(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 1500));
    }

    /* A new one each time: some of the requests log out. */
    private static String session() throws Exception {
        HttpResponse<String> answer =
                service.post(
                        "/staff/login",
                        "by=anna&token=" + TinyService.TOKEN,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @Test
    void formsOfTheConsoleThatPassTheirCheckAreReadWithCare() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        long seed = SEED;
        for (String route : service.routes()) {
            if (!route.startsWith("POST /staff/") || route.endsWith("/logout")) {
                continue;
            }
            String session = session();
            Matcher token = FORM_TOKEN.matcher(service.get("/staff", "Cookie", session).body());
            assertThat(token.find()).isTrue();
            Hostile hostile = new Hostile(seed++);
            for (int i = 0; i < REQUESTS / 4; i++) {
                String path =
                        route.substring("POST ".length())
                                .replace("{version}", "1")
                                .replace("{id}", "none");
                HttpResponse<String> answer =
                        service.post(
                                path,
                                hostile.form() + "&formToken=" + token.group(1),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Cookie",
                                session);
                if (answer.statusCode() >= 500 || LEAK.matcher(answer.body()).find()) {
                    wrong.put(route + " " + i, answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bodiesThatComeSlowlyKeepNobodyElseWaiting() throws Exception {
        byte[] body = "{\"titles\":[\"r0\"]}".getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /v1/suggestions HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(body.length);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = RawHttp.open(service.address());
                slow.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body, 0, i % body.length);
                socket.getOutputStream().flush();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(service.post("/v1/suggestions", "{\"titles\":[\"r0\"]}").statusCode())
                        .isEqualTo(200);
            }
            for (int i = 0; i < slow.size(); i++) {
                int sent = i % body.length;
                slow.get(i).getOutputStream().write(body, sent, body.length - sent);
                assertThat(RawHttp.read(slow.get(i)).status())
                        .as("the one of %d", i)
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
