package org.leeswijzer.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which titles a server has. */
final class TitleIds {
    private static final List<String> LETTERS = List.of("a", "b", "d", "h", "m", "s", "t", "v");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private TitleIds() {}

    /**
     * Ids of titles, found by searching for single letters.
     *
     * @throws IOException if a search fails, or none finds a title
     */
    static List<String> find(HttpClient client, URI server)
            throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        for (String letter : LETTERS) {
            URI search = server.resolve("/v1/titles?limit=100&q=" + letter);
            for (JsonNode title : JSON.readTree(get(client, search)).path("titles")) {
                ids.add(title.path("id").asText());
            }
        }
        if (ids.isEmpty()) {
            throw new IOException("no title was found at " + server);
        }
        return List.copyOf(ids);
    }

    private static String get(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer =
                    client.send(
                            HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            // That of a refused connection has no message of its own.
            throw new IOException("%s does not answer: %s".formatted(uri, e), e);
        }
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(uri, answer.statusCode()));
        }
        return answer.body();
    }
}
