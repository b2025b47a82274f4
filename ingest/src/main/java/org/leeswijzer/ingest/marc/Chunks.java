package org.leeswijzer.ingest.marc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into records, each the bytes of one. For one thread. */
interface Chunks {

    /** The number of the record that came last, from 1. */
    long number();

    /**
     * The next record; null at the end.
     *
     * @throws org.leeswijzer.ingest.decode.BadRecord if it is too long; the next call goes on behind it
     */
    byte @Nullable [] next() throws IOException;
}
