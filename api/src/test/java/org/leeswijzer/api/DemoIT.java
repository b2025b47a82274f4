package org.leeswijzer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's first command, and its tour: what it says comes out does. */
class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "http://127.0.0.1:8080/";
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern STEP =
            Pattern.compile("(?sm)^\\$ curl -s (?:-d '([^']*)' -H '([^']*)' )?'?([^'\n]*)'?\n(.*)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static DemoProcess demo;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        demo = DemoProcess.start();
    }

    @AfterAll
    static void stopLeavesNothingBehind() {
        Path folder = demo.folder();
        assertThat(folder).isDirectory();
        demo.close();
        assertThat(demo.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void theTourOfTheReadmeGivesWhatItSays() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        List<MatchResult> steps = new ArrayList<>();
        for (MatchResult block : CONSOLE.matcher(readme).results().toList()) {
            Matcher step = STEP.matcher(block.group(1));
            if (step.matches()) {
                steps.add(step.toMatchResult());
            }
        }
        assertThat(steps).hasSizeGreaterThanOrEqualTo(3);
        for (MatchResult step : steps) {
            JsonNode answer = JSON.readTree(ask(step));
            // Sealed with a key that every demo makes for itself.
            answer.findParents("traceId")
                    .forEach(each -> ((ObjectNode) each).put("traceId", "..."));
            assertThat(answer).as(step.group(3)).isEqualTo(JSON.readTree(step.group(4)));
        }
    }

    private String ask(MatchResult step) throws Exception {
        String path = step.group(3).substring(HERE.length());
        HttpRequest.Builder request = HttpRequest.newBuilder(demo.address().resolve(path));
        if (step.group(1) != null) {
            String[] header = step.group(2).split(": ", 2);
            request.header(header[0], header[1])
                    .POST(HttpRequest.BodyPublishers.ofString(step.group(1)));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aLoanThatIsPublishedIsCounted() throws Exception {
        long before = loans();
        Process importing =
                new ProcessBuilder(
                                DemoProcess.java(
                                        "import",
                                        "loans",
                                        "-",
                                        "--library=oosterlicht",
                                        "--folder=" + demo.folder(),
                                        "--bootstrap-servers=" + demo.broker()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var input = importing.getOutputStream()) {
            input.write(
                    ("{\"patron\":\"somebody\",\"title\":\"couperus-eline-vere\",\"loanedAt\":\""
                                    + java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                    + "\"}\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new String(importing.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("1 lines read, 1 published, 0 bad");
        assertThat(importing.waitFor()).isZero();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (loans() == before && System.nanoTime() < deadline) {
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(loans()).isEqualTo(before + 1);
    }

    @Test
    void thePageIsServedUnderAStrictPolicy() throws Exception {
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("Leeswijzer");
    }

    private long loans() throws Exception {
        JsonNode health = JSON.readTree(get("health").body());
        return health.at("/details/store/details/loans").asLong();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = demo.address().resolve(path);
        return client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
