package org.leeswijzer.ingest.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.file.Lines;

/** One JSON object per line. */
final class JsonRows implements Rows {
    private final Lines lines;

    JsonRows(Lines lines) {
        this.lines = lines;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Fields next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!isBlank(line)) {
                return Json.read(line);
            }
        }
        return null;
    }

    static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
