package org.leeswijzer.ingest.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;

/**
 * Cuts out the elements {@code record}, whatever their prefix. What is around them, a document type among it, is passed
 * by and never parsed.
 */
final class XmlChunks implements Chunks {
    private static final String RECORD = "record";

    private final InputStream in;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private long length;
    private long number;

    /** @param in buffered, in an encoding of which ASCII is a part */
    XmlChunks(InputStream in) {
        this.in = in;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        if (!begin()) {
            return null;
        }
        number++;
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new BadRecord("record", "does not end: export the file anew");
            }
            keep(b);
            if (b == '<' && in(true)) {
                break;
            }
        }
        if (length > Decoder.MAX_BYTES) {
            throw new BadRecord(
                    "record", "has %d bytes: give at most %d".formatted(length, Decoder.MAX_BYTES));
        }
        return record.toByteArray();
    }

    private boolean begin() throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '<') {
                record.reset();
                length = 0;
                keep(b);
                if (in(false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /* Whether the tag that begins here is that of a record; looks no further than its name, and keeps it. */
    private boolean in(boolean isEnd) throws IOException {
        StringBuilder name = new StringBuilder();
        while (true) {
            in.mark(1);
            int b = in.read();
            if (b < 0) {
                return false;
            }
            if (b == '<') {
                in.reset();
                return false;
            }
            keep(b);
            if (isEnd && name.isEmpty() && b == '/') {
                name.append('/');
            } else if (Character.isLetterOrDigit(b) || b == ':' || b == '_' || b == '-') {
                name.append((char) b);
            } else {
                return isRecord(name.toString(), isEnd) && (!isEnd || isClosed(b));
            }
            if (name.length() > Decoder.MAX_BYTES) {
                return false;
            }
        }
    }

    private boolean isClosed(int b) throws IOException {
        int next = b;
        while (next >= 0 && next != '>') {
            next = in.read();
            keep(next);
        }
        return true;
    }

    private static boolean isRecord(String tag, boolean isEnd) {
        if (tag.startsWith("/") != isEnd) {
            return false;
        }
        String name = isEnd ? tag.substring(1) : tag;
        return name.substring(name.indexOf(':') + 1).equals(RECORD);
    }

    private void keep(int b) {
        if (b >= 0 && ++length <= Decoder.MAX_BYTES) {
            record.write(b);
        }
    }

    /** What the file says of its encoding in its first line; UTF-8 if nothing. */
    static String encoding(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("encoding=");
        if (!text.startsWith("<?xml") || at < 0 || at > text.indexOf("?>")) {
            return StandardCharsets.UTF_8.name();
        }
        int from = at + "encoding=".length() + 1;
        int to = from;
        while (to < text.length() && text.charAt(to) != '"' && text.charAt(to) != '\'') {
            to++;
        }
        return text.substring(Math.min(from, to), to);
    }
}
