package org.leeswijzer.ingest.jsonl;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.Fields;

/** Whose a line is. */
final class Owner {
    /** Libraries are few; whoever names more is mistaken, and read with care. */
    private static final int MOST_KNOWN = 10_000;

    private final @Nullable Library otherwise;
    private final Map<String, Library> known = new HashMap<>();

    Owner(@Nullable Library otherwise) {
        this.otherwise = otherwise;
    }

    /** The library that the line names, or else the one that stands in. */
    Library of(Fields line) {
        if (otherwise != null && !line.has("library")) {
            return otherwise;
        }
        Library library = line.library("library");
        if (known.size() < MOST_KNOWN) {
            known.put(library.code(), library);
        }
        return library;
    }

    /** The library of that code, or the one that stands in where it is null; null if the line has to be read with care. */
    @Nullable Library plain(@Nullable String code) {
        return code == null ? otherwise : known.get(code);
    }
}
