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
        line.reset();
        int b = read();
        if (b < 0) {
            return null;
        }
        number++;
        long length = 0;
        for (; b >= 0 && b != '\n'; b = read()) {
            if (++length <= Decoder.MAX_BYTES) {
                line.write(b);
            }
        }
        if (length > Decoder.MAX_BYTES) {
            throw new BadRecord(
                    "value", "has %d bytes: give at most %d".formatted(length, Decoder.MAX_BYTES));
        }
        byte[] bytes = line.toByteArray();
        return bytes.length > 0 && bytes[bytes.length - 1] == '\r'
                ? Arrays.copyOf(bytes, bytes.length - 1)
                : bytes;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }
}
