package org.leeswijzer.api.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A library's own web site, of another origin than the service. Its pages have the strictest policy that the widget can be
 * used with, and it has one cover, {@code /covers/1.svg}.
 */
public final class Site implements AutoCloseable {
    private static final String CSS =
            """
            body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 Georgia, serif; color: #222; background: #fff }
            a { color: #0b4f8a }
            .far { height: 200vh }
            .near { height: 110vh }
            readers-also-borrowed { --rab-accent: #b3261e }
            @media (prefers-color-scheme: dark) { body { color: #e8e6e1; background: #14181c } a { color: #9cc7f0 } }
            """;
    private static final String COVER =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="200" height="300"><rect width="200" height="300" fill="#24618e"/></svg>
            """;

    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; script-src %s; connect-src %s; img-src 'self'; style-src 'self'";

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private volatile String policy = "default-src 'none'";

    private Site(HttpServer server) {
        this.server = server;
    }

    public static Site start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Site site = new Site(server);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    /** As a browser names it. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Allows scripts and answers of one host, and pictures and styles of this site. */
    public void allow(String host) {
        policy = POLICY.formatted(host, host) + "; require-trusted-types-for 'script'";
    }

    /** The same, and scripts in its pages themselves. */
    public void allowWithScripts(String host) {
        policy = POLICY.formatted(host + " 'unsafe-inline'", host);
    }

    /** Puts a page there; gives its address. */
    public String put(String path, String html) {
        pages.put(path, html);
        return origin() + path;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/site.css" -> send(exchange, 200, "text/css", CSS);
                case "/covers/1.svg" -> send(exchange, 200, "image/svg+xml", COVER);
                default -> {
                    String html = pages.get(path);
                    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                    send(exchange, html == null ? 404 : 200, "text/html;charset=utf-8", html);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
