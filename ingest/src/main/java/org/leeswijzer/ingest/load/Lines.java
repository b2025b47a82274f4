package org.leeswijzer.ingest.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;

/** Cuts bytes into lines at line feeds, and holds no more of one than a record may have. */
final class Lines {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that came last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; null at the end.
     *
     * @throws BadRecord if it is longer than a record may be; the line after it comes next
     */
    byte @Nullable [] next() throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        number++;
        long length = 0;
        for (; b >= 0 && b != '\n'; b = in.read()) {
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
}
