package org.leeswijzer.api.command;

import java.util.concurrent.CountDownLatch;

/** Closes in order when the process is told to end. */
final class Shutdown {
    private Shutdown() {}

    /** From now on the service is closed before the process ends. */
    static void prepare(AutoCloseable service) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service), "shutdown"));
    }

    /** Waits for that; returns only if the thread is interrupted. */
    static void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            // The edge of a thread, and nobody left to hand it to: the log may be gone already.
            System.err.println("not closed in order: " + e.getMessage());
        }
    }
}
