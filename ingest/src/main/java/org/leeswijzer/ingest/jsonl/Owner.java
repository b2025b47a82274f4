package org.leeswijzer.ingest.jsonl;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.decode.Fields;

/** Whose a line is. */
record Owner(@Nullable Library otherwise) {

    /** The library that the line names, or else the one that stands in. */
    Library of(Fields line) {
        return otherwise != null && !line.has("library") ? otherwise : line.library("library");
    }
}
