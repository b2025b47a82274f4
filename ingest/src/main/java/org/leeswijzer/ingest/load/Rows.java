package org.leeswijzer.ingest.load;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.file.Lines;
import org.leeswijzer.ingest.file.SourceFile;

/** The rows of a file as fields of the neutral format. */
interface Rows {

    /** Blank lines at the top are looked past, so many bytes of them. */
    int LOOK_AHEAD = 1024;

    /** The number of the line on which the last row, good or bad, began. */
    long line();

    /**
     * The next row that is not blank; null at the end.
     *
     * @throws BadRecord if it cannot be read; the next call goes on behind it
     */
    @Nullable Fields next() throws IOException;

    /**
     * The rows of a file: JSON Lines if it begins with a brace, else CSV.
     *
     * @throws IllegalArgumentException if the header of CSV does not fit the columns
     */
    static Rows of(SourceFile file, Columns columns) throws IOException {
        return firstCharacter(file.content()) == '{'
                ? new JsonRows(new Lines(file.content()))
                : CsvRows.open(file, columns);
    }

    private static int firstCharacter(InputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        int first = in.read();
        for (int i = 1; i < LOOK_AHEAD && first >= 0 && first <= ' '; i++) {
            first = in.read();
        }
        in.reset();
        return first;
    }
}
