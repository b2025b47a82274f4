package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TitleIdsTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private URI address;
    private int status = 200;
    private String titles = "{\"id\":\"of %1$s\"},{\"id\":\"shared\"}";

    @BeforeEach
    void start() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext(
                "/v1/titles",
                exchange -> {
                    String query = exchange.getRequestURI().getQuery();
                    String found = titles.formatted(query.substring(query.indexOf("q=") + 2));
                    byte[] body =
                            "{\"titles\":[%s]}".formatted(found).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        address = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsEachTitleOnceInTheOrderOfTheSearches() throws Exception {
        assertThat(TitleIds.find(client, address))
                .startsWith("of a", "shared", "of b")
                .doesNotHaveDuplicates();
    }

    @Test
    void aServerWithoutTitlesIsNotWorthMeasuring() {
        titles = "";
        assertThatIOException()
                .isThrownBy(() -> TitleIds.find(client, address))
                .withMessageContaining("no title was found");
    }

    @Test
    void saysWhatWasAnsweredWhereThatIsAnError() {
        status = 503;
        assertThatIOException()
                .isThrownBy(() -> TitleIds.find(client, address))
                .withMessageEndingWith("answered 503");
    }

    @Test
    void saysWhoDoesNotAnswer() {
        server.stop(0);
        assertThatIOException()
                .isThrownBy(() -> TitleIds.find(client, address))
                .withMessageContaining(address + "v1/titles")
                .withMessageContaining("does not answer");
    }
}
