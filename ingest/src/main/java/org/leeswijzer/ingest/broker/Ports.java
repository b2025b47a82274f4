package org.leeswijzer.ingest.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback address for servers that others have to know before they are there. None is one that the system gives
 * by itself to whoever asks for any (on Linux from 32,768), so that it is still free a moment later, or after a restart.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int MANY = 12_000;

    /** Two processes begin elsewhere. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % MANY));

    private Ports() {}

    /**
     * One that nobody listens at, and that is given once.
     *
     * @throws IllegalStateException if all are taken
     */
    public static int free() {
        for (int i = 0; i < MANY; i++) {
            int port = FIRST + NEXT.getAndIncrement() % MANY;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no port from %d to %d is free".formatted(FIRST, FIRST + MANY - 1));
    }

    /** Whether it is a port, and nobody listens at it. */
    static boolean isFree(int port) {
        try (ServerSocket probe =
                new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }
}
