package org.leeswijzer.ingest.loanset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.leeswijzer.ingest.file.Decoding;

/** Reads UTF-8, and a line that is none as Windows-1252, in which old systems write. For one thread. */
final class Encoding implements Decoding {
    private static final Charset OLD = Charset.forName("windows-1252");

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private long old;

    /** How many lines were none. */
    long old() {
        return old;
    }

    @Override
    public String text(byte[] line) {
        try {
            return utf8.decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            old++;
            return new String(line, OLD);
        }
    }
}
