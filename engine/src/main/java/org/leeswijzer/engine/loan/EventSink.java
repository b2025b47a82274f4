package org.leeswijzer.engine.loan;

import java.util.OptionalLong;

/** The write side of the engine, as whoever reads the event log sees it. */
public interface EventSink {

    /**
     * Stores the events and the offsets together, in the order given; when it returns they survive the end of this
     * process.
     *
     * @return what became of the events
     * @throws StoreException if the store cannot be written; nothing of the batch is stored then
     */
    Receipt accept(EventBatch batch);

    /** Where to go on reading the partition; empty if it was never read. */
    OptionalLong nextOffset(LogPartition partition);

    /** Is told that records are gone that were never read, before it is told where reading goes on; may be told again. */
    default void lostRecords() {}

    /** Whether the reader should pause, because what was stored is not yet worked into the suggestions. */
    boolean behind();
}
