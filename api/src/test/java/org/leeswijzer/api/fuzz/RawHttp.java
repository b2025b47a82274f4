package org.leeswijzer.api.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, which no client of good manners would. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST = 1 << 22;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status of HTTP; 0 if the connection was closed without a word
     * @param text all of it, headers too, a byte a character
     */
    record Reply(int status, String text) {}

    static Socket open(URI service) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Sends a request that asks for the connection to be closed, and reads until it is. */
    static Reply send(URI service, byte[] request) throws IOException {
        try (Socket socket = open(service)) {
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before all of it was read: what was said of that can still be there.
            }
            return read(socket);
        }
    }

    /** Reads until the other side closes. */
    static Reply read(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(some); n >= 0 && bytes.size() < MOST; n = in.read(some)) {
                bytes.write(some, 0, n);
            }
        } catch (SocketTimeoutException e) {
            return new Reply(-1, "no end of the answer within " + PATIENCE_MILLIS + " ms");
        } catch (SocketException e) {
            // Reset behind what was read.
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        return new Reply(status(text), text);
    }

    private static int status(String text) {
        return text.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*")
                ? Integer.parseInt(text.substring(9, 12))
                : 0;
    }
}
