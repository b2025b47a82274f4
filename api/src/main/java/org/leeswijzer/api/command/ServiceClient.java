package org.leeswijzer.api.command;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.staff.JobJson;

/** Asks a running service as staff. A problem that it answers with is thrown as an {@link IOException} that says it. */
final class ServiceClient {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String DATA = "data:";
    private static final int FIRST_ERROR = 400;

    private final URI address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param token that the service, or its issuer, knows its staff by */
    ServiceClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    <T> T get(String path, Class<T> answer) throws IOException, InterruptedException {
        return read(send(request(path).GET(), BodyHandlers.ofInputStream()), answer);
    }

    <T> T post(String path, Object body, Class<T> answer) throws IOException, InterruptedException {
        BodyPublisher json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(json);
        return read(send(request, BodyHandlers.ofInputStream()), answer);
    }

    <T> T upload(String path, Path file, Class<T> answer) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofFile(file));
        return read(send(request, BodyHandlers.ofInputStream()), answer);
    }

    /** The file is there when all of it is. */
    void download(String path, Path file) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                send(request(path).GET(), BodyHandlers.ofInputStream());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream body = response.body()) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Shows what a job tells of itself until it has ended. */
    void events(String path, Consumer<JobJson> each) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream").GET();
        try (InputStream body = send(request, BodyHandlers.ofInputStream()).body();
                Stream<String> lines =
                        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                                .lines()) {
            lines.filter(line -> line.startsWith(DATA))
                    .map(line -> job(line.substring(DATA.length())))
                    .forEach(each);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static JobJson job(String json) {
        try {
            return JSON.readValue(json, JobJson.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(
            HttpRequest.Builder request, BodyHandler<InputStream> handler)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), handler);
        } catch (ConnectException e) {
            throw new IOException(
                    "url is '%s', where nobody answers: start the service, or give another"
                            .formatted(address),
                    e);
        }
        if (response.statusCode() >= FIRST_ERROR) {
            throw new IOException(problem(response));
        }
        return response;
    }

    private String problem(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return JSON.readValue(body, Problem.class).detail();
        } catch (SerdeException e) {
            return "%s answers with status %d, not as a Leeswijzer does: give the url of one"
                    .formatted(address, response.statusCode());
        }
    }

    private static <T> T read(HttpResponse<InputStream> response, Class<T> as) throws IOException {
        try (InputStream body = response.body()) {
            return JSON.readValue(body, as);
        }
    }
}
