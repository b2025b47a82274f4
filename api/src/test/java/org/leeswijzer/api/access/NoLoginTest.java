package org.leeswijzer.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.api.service.Service;

/** Doing without a login, which is for one machine alone. */
class NoLoginTest {
    private static final String KEY = "leeswijzer.no-login";

    @Test
    void onOneMachineEverybodyIsStaffButNobodyWhoSpeaksForOthers(@TempDir Path folder)
            throws Exception {
        try (TinyService service = TinyService.start(folder, Map.of(KEY, "true"))) {
            int port = service.address().getPort();
            assertThat(service.get("/v1/models").statusCode()).isEqualTo(200);
            assertThat(service.get("/prometheus").statusCode()).isEqualTo(200);
            for (String host : List.of("localhost:" + port, "127.0.0.1", "[::1]:" + port)) {
                assertThat(status(port, "Host: " + host)).as(host).contains(" 200 ");
                assertThat(status(port, "Host: %s\r\nOrigin: http://%s".formatted(host, host)))
                        .as("a page of our own on %s", host)
                        .contains(" 200 ");
            }
            for (String header :
                    List.of(
                            "Host: evil.example",
                            "Host: 127.0.0.1.evil.example",
                            "Host: localhost\r\nOrigin: http://evil.example",
                            "Host: localhost\r\nOrigin: http://localhost:1",
                            "Host: localhost\r\nOrigin: null",
                            "Host: localhost\r\nX-Forwarded-For: 203.0.113.1",
                            "Host: localhost\r\nForwarded: for=203.0.113.1")) {
                assertThat(status(port, header)).as(header).contains(" 403 ");
            }
        }
    }

    /* By hand, since Java's client writes Host as it sees fit. */
    private static String status(int port, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(
                            "GET /v1/models HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                                    .formatted(headers)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void anAddressThatOthersCanReachStopsTheStart(String host) {
        assertThatThrownBy(() -> context(Map.of(KEY, true, "micronaut.server.host", host)).close())
                .rootCause()
                .hasMessageStartingWith(
                        "leeswijzer.no-login is true and the address to listen on is %s, which others can reach"
                                .formatted(host));
    }

    @Test
    void aSecondListenerStopsTheStartToo() {
        assertThatThrownBy(
                        () ->
                                context(
                                                Map.of(
                                                        KEY,
                                                        true,
                                                        "micronaut.server.netty.listeners.all.host",
                                                        "0.0.0.0"))
                                        .close())
                .rootCause()
                .hasMessageStartingWith("leeswijzer.no-login is true");
    }

    @Test
    void anAddressOfThisMachineIsTakenAndWithALoginAny() {
        context(Map.of(KEY, true, "micronaut.server.host", "localhost")).close();
        context(Map.of("micronaut.server.host", "0.0.0.0")).close();
    }

    private static ApplicationContext context(Map<String, Object> properties) {
        return Service.context(properties);
    }
}
