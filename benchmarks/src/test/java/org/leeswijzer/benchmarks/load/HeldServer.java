package org.leeswijzer.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that holds back all answers until it was asked so often, or until it is told to give them. */
final class HeldServer implements AutoCloseable {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final int held;
    private final Runnable beforeAnswers;

    /** Answers come when this many requests have. */
    HeldServer(int held) throws IOException {
        this(held, () -> {});
    }

    /**
     * Does something just before the answers.
     *
     * @param held answers come when this many requests have
     * @param beforeAnswers what happens just before
     */
    HeldServer(int held, Runnable beforeAnswers) throws IOException {
        this.held = held;
        this.beforeAnswers = beforeAnswers;
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                        0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (asked.incrementAndGet() == held) {
                beforeAnswers.run();
                release.countDown();
            }
            release.await();
            boolean bad = exchange.getRequestURI().getPath().equals("/bad");
            exchange.sendResponseHeaders(bad ? 500 : 200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives all answers. */
    void release() {
        release.countDown();
    }

    int asked() {
        return asked.get();
    }

    HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
