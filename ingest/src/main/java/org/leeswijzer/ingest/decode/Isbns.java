package org.leeswijzer.ingest.decode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leeswijzer.engine.catalogue.Isbn;

/**
 * The ISBNs among what a catalogue calls so.
 *
 * @param found each once, in the order given
 * @param leftOut how many are none
 */
public record Isbns(List<Isbn> found, int leftOut) {
    public Isbns {
        found = List.copyOf(found);
    }

    /** Sorts out what the texts hold. */
    public static Isbns in(List<String> texts) {
        Set<Isbn> found = new LinkedHashSet<>();
        int leftOut = 0;
        for (String text : texts) {
            Optional<Isbn> isbn = Isbn.find(text.strip());
            if (isbn.isEmpty()) {
                leftOut++;
            } else {
                found.add(isbn.get());
            }
        }
        return new Isbns(List.copyOf(found), leftOut);
    }
}
