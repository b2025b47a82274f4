package org.leeswijzer.ingest.load;

import java.util.List;
import org.leeswijzer.engine.loan.LibraryEvent;

/** Where imported events go. For one thread. */
public interface Target extends AutoCloseable {

    /** Takes the events of one line; they may be under way until {@link #finish}. */
    void take(List<LibraryEvent> line);

    /** Waits until all that was taken is safe. */
    void finish();

    /** Frees what it holds; what was not finished may be lost. */
    @Override
    void close();
}
