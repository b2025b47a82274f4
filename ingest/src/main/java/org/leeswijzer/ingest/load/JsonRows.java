package org.leeswijzer.ingest.load;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Rows;
import org.leeswijzer.ingest.file.Lines;
import org.leeswijzer.ingest.jsonl.JsonlDecoder;

/** One JSON object per line. */
final class JsonRows implements Rows {
    private final Lines lines;
    private final JsonlDecoder decoder;

    JsonRows(Lines lines, JsonlDecoder decoder) {
        this.lines = lines;
        this.decoder = decoder;
    }

    @Override
    public long number() {
        return lines.number();
    }

    @Override
    public List<String> recognised() {
        return List.of("the fields of the neutral format");
    }

    @Override
    public @Nullable Decoded next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!isBlank(line)) {
                return decoder.decode(line);
            }
        }
        return null;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
