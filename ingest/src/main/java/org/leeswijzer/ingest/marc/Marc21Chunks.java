package org.leeswijzer.ingest.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;

/** Cuts at record terminators, and passes by the line ends that some programs put behind them. */
final class Marc21Chunks implements Chunks {
    private static final int RECORD_TERMINATOR = 0x1d;

    /** The length has five digits. */
    private static final int MAX_BYTES = 99_999;

    private final InputStream in;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private long number;

    /** @param in buffered */
    Marc21Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        record.reset();
        long length = 0;
        int b = in.read();
        while (b == '\n' || b == '\r' || b == ' ' || b == 0x1a) {
            b = in.read();
        }
        if (b < 0) {
            return null;
        }
        number++;
        for (; b >= 0; b = in.read()) {
            if (++length <= MAX_BYTES) {
                record.write(b);
            }
            if (b == RECORD_TERMINATOR) {
                break;
            }
        }
        if (length > MAX_BYTES) {
            throw new BadRecord(
                    "record",
                    "has %d bytes, more than MARC 21 can say: export it as MARCXML"
                            .formatted(length));
        }
        return record.toByteArray();
    }
}
