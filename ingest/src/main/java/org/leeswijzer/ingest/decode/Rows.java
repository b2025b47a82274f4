package org.leeswijzer.ingest.decode;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, each with what it means. For one thread. */
public interface Rows {

    /** What a row is called where one is told of. */
    default String unit() {
        return "line";
    }

    /** The number, from 1, of the last row, good or bad; of one that goes on over several lines that of the first. */
    long number();

    /** What is read of each row, as the file and the fields it fills are called. */
    List<String> recognised();

    /**
     * What the next row means that is not blank; null at the end.
     *
     * @throws BadRecord if it cannot be read; the next call goes on behind it
     */
    @Nullable Decoded next() throws IOException;
}
