package org.leeswijzer.ingest.marc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoder;

/**
 * Cuts out the elements {@code record}, whatever their prefix, and of those inside one another the innermost: a record of
 * OAI-PMH holds one of MARC. What is around them, a document type among it, is passed by and never parsed.
 */
final class XmlChunks implements Chunks {
    private static final String RECORD = "record";

    private final InputStream in;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private long length;
    private long number;

    /** Whether the next record is begun already. */
    private boolean begun;

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
        if (!begun && !begin()) {
            return null;
        }
        begun = false;
        number++;
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new BadRecord("record", "does not end: export the file anew");
            }
            int before = record.size();
            keep(b);
            if (b == '<') {
                Tag tag = tag();
                if (tag == Tag.END) {
                    break;
                } else if (tag == Tag.BEGIN) {
                    boolean isAround = isAround();
                    restart(before);
                    if (!isAround) {
                        begun = true;
                        throw new BadRecord(
                                "record",
                                "does not end before the next begins: export the file anew");
                    }
                }
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
                if (tag() == Tag.BEGIN) {
                    return true;
                }
            }
        }
        return false;
    }

    private enum Tag {
        BEGIN,
        END,
        OTHER
    }

    /* What the tag that begins here is to a record; looks no further than its name, and keeps it. */
    private Tag tag() throws IOException {
        StringBuilder name = new StringBuilder();
        boolean isEnd = false;
        while (name.length() <= Decoder.MAX_BYTES) {
            in.mark(1);
            int b = in.read();
            if (b < 0) {
                return Tag.OTHER;
            }
            if (b == '<') {
                in.reset();
                return Tag.OTHER;
            }
            keep(b);
            if (name.isEmpty() && !isEnd && b == '/') {
                isEnd = true;
            } else if (Character.isLetterOrDigit(b) || b == ':' || b == '_' || b == '-') {
                name.append((char) b);
            } else if (!isRecord(name)) {
                return Tag.OTHER;
            } else if (isEnd) {
                close(b);
                return Tag.END;
            } else {
                return Tag.BEGIN;
            }
        }
        return Tag.OTHER;
    }

    /** Whether what was read of a record is of OAI-PMH, around another. */
    private boolean isAround() {
        return record.toString(StandardCharsets.ISO_8859_1).contains("metadata>");
    }

    /** Lets go of what came before the tag that was read last. */
    private void restart(int before) {
        byte[] all = record.toByteArray();
        record.reset();
        record.write(all, before, all.length - before);
        length = record.size();
    }

    private void close(int b) throws IOException {
        int next = b;
        while (next >= 0 && next != '>') {
            next = in.read();
            keep(next);
        }
    }

    private static boolean isRecord(StringBuilder name) {
        return name.substring(name.indexOf(":") + 1).equals(RECORD);
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
