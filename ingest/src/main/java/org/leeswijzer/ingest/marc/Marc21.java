package org.leeswijzer.ingest.marc;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.Record;

/**
 * Makes marc4j's record of the bytes of one in ISO 2709. What is not said to be UTF-8 is read as MARC-8, unless it is UTF-8
 * to the letter and more than ASCII, which MARC-8 never is by chance.
 */
final class Marc21 {
    private static final int LEADER = 24;
    private static final int CODING = 9;
    private static final int LENGTH_DIGITS = 5;

    private final Feed utf8Bytes = new Feed();
    private final Feed marc8Bytes = new Feed();
    private final MarcStreamReader utf8 = new MarcStreamReader(utf8Bytes, "UTF8");
    private final MarcStreamReader marc8 = new MarcStreamReader(marc8Bytes, "MARC8");

    /** Bytes of one record after the other. */
    private static final class Feed extends ByteArrayInputStream {
        Feed() {
            super(new byte[0]);
        }

        void set(byte[] bytes) {
            buf = bytes;
            pos = 0;
            mark = 0;
            count = bytes.length;
        }
    }

    /** @throws BadRecord if they are no record */
    Record read(byte[] bytes) {
        if (bytes.length <= LEADER) {
            throw new BadRecord(
                    "leader", "is not there, the record is too short: export the file anew");
        }
        boolean saysUtf8 = bytes[CODING] == 'a';
        boolean isUtf8 = isUtf8(bytes);
        if (saysUtf8 && !isUtf8) {
            throw new BadRecord(
                    "leader/09",
                    "says UTF-8, and the record is not: export it in the encoding it names");
        }
        setLength(bytes);
        try {
            return saysUtf8 || isUtf8
                    ? next(utf8, utf8Bytes, bytes)
                    : next(marc8, marc8Bytes, bytes);
        } catch (RuntimeException e) {
            // Whatever marc4j makes of bytes that are no record; its message may quote them.
            throw new BadRecord(
                    "record", "is not MARC 21, or cut off: export it anew, or as MARCXML");
        }
    }

    private static Record next(MarcStreamReader reader, Feed feed, byte[] bytes) {
        feed.set(bytes);
        return reader.next();
    }

    /* The terminator says where the record ends; the digits are often of the time before it was converted. */
    private static void setLength(byte[] bytes) {
        int length = bytes.length;
        for (int i = LENGTH_DIGITS - 1; i >= 0; i--) {
            bytes[i] = (byte) ('0' + length % 10);
            length /= 10;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        boolean isAscii = true;
        for (byte b : bytes) {
            isAscii = isAscii && b >= 0;
        }
        if (isAscii) {
            // MARC-8 can write other scripts in ASCII alone, and says so by escapes.
            return bytes[CODING] == 'a';
        }
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
