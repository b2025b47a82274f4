package org.leeswijzer.api.console;

import java.util.List;
import org.leeswijzer.ingest.letter.Letter;

/**
 * A letter with the shape of its record.
 *
 * @param shapes a line per field, without its value; none if the broker no longer has the record
 */
public record LetterView(Letter letter, List<String> shapes) {
    /** Copies the list. */
    public LetterView {
        shapes = List.copyOf(shapes);
    }
}
