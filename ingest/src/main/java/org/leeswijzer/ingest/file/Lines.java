package org.leeswijzer.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;

/** Cuts bytes into lines at line feeds, and holds no more of one than a record may have. */
public final class Lines {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    /** @param in is read ahead of the lines */
    public Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that came last, from 1. */
    public long number() {
        return number;
    }

    /**
     * The next line without its end; null at the end.
     *
     * @throws BadRecord if it is longer than a record may be; the line after it comes next
     */
    public byte @Nullable [] next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        int to = lineEnd();
        if (to < end) {
            // Nearly all lines: whole in the buffer.
            byte[] whole = withoutReturn(buffer, at, to);
            at = to + 1;
            return whole;
        }
        return overBuffers();
    }

    private byte[] overBuffers() throws IOException {
        line.reset();
        long length = 0;
        boolean ended = false;
        do {
            int to = lineEnd();
            long room = Math.max(0, Decoder.MAX_BYTES - length);
            line.write(buffer, at, (int) Math.min(room, to - at));
            length += to - at;
            ended = to < end;
            at = ended ? to + 1 : to;
        } while (!ended && fill());
        if (length > Decoder.MAX_BYTES) {
            throw new BadRecord(
                    "value", "has %d bytes: give at most %d".formatted(length, Decoder.MAX_BYTES));
        }
        byte[] bytes = line.toByteArray();
        return withoutReturn(bytes, 0, bytes.length);
    }

    private int lineEnd() {
        int to = at;
        while (to < end && buffer[to] != '\n') {
            to++;
        }
        return to;
    }

    private static byte[] withoutReturn(byte[] bytes, int from, int to) {
        boolean hasReturn = to > from && bytes[to - 1] == '\r';
        return Arrays.copyOfRange(bytes, from, hasReturn ? to - 1 : to);
    }

    /* False at the end. */
    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
