package org.leeswijzer.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that others have to know before they are there. None is one that the system gives by itself to whoever asks
 * for any (on Linux from 32,768), so that it is still free a moment later.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int MANY = 12_000;

    /** Two builds on one machine begin elsewhere. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % MANY));

    private Ports() {}

    /** One that nobody listens at, and that is given once. */
    public static int free() {
        for (int i = 0; i < MANY; i++) {
            int port = FIRST + NEXT.getAndIncrement() % MANY;
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Somebody listens at it: the next.
            }
        }
        throw new IllegalStateException("no port from %d on is free".formatted(FIRST));
    }
}
