package org.leeswijzer.engine.loan;

/**
 * Takes very many events in, with the result that {@link EventSink#accept} would have, but faster where a library has no loans
 * yet: its first load. For one thread, while nobody else writes.
 */
public interface BulkLoad extends AutoCloseable {

    /** Takes an event; it may be under way until {@link #finish}. */
    void take(LibraryEvent event);

    /**
     * Stores all that was taken; when it returns it survives the end of this process. More may be taken afterwards.
     *
     * @return what became of all events so far
     * @throws StoreException if the store cannot be written; of a first load all is stored then, now or when the store is next
     *     opened, or nothing
     */
    Receipt finish();

    /** Gives up what was not finished. */
    @Override
    void close();
}
