package org.leeswijzer.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.loan.StoreException;

/** A sink that holds everything in memory, and that can be full or broken when a test wants it to be. */
public final class MemorySink implements EventSink {
    private final List<LibraryEvent> events = new ArrayList<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final Map<LogPartition, Long> nextOffsets = new HashMap<>();
    private boolean behind;
    private boolean broken;

    @Override
    public synchronized Receipt accept(EventBatch batch) {
        if (broken) {
            throw new StoreException("no space left", Path.of("memory"));
        }
        batchSizes.add(batch.events().size());
        events.addAll(batch.events());
        nextOffsets.putAll(batch.nextOffsets());
        return new Receipt(Map.of(Outcome.COUNTED, (long) batch.events().size()));
    }

    @Override
    public synchronized OptionalLong nextOffset(LogPartition partition) {
        Long next = nextOffsets.get(partition);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    @Override
    public synchronized boolean behind() {
        return behind;
    }

    /** A load that brings this sink everything at its end. */
    public BulkLoad bulkLoad() {
        List<LibraryEvent> taken = new ArrayList<>();
        return new BulkLoad() {
            @Override
            public void take(LibraryEvent event) {
                taken.add(event);
            }

            @Override
            public Receipt finish() {
                Receipt receipt = accept(EventBatch.of(taken));
                taken.clear();
                return receipt;
            }

            @Override
            public void close() {
                taken.clear();
            }
        };
    }

    /** Whether it wants no more. */
    public synchronized void setBehind(boolean isBehind) {
        behind = isBehind;
    }

    /** Whether it refuses to store. */
    public synchronized void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    /** Has reading begin there. */
    public synchronized void setNextOffset(LogPartition partition, long next) {
        nextOffsets.put(partition, next);
    }

    /** All that was stored, in order. */
    public synchronized List<LibraryEvent> events() {
        return List.copyOf(events);
    }

    /** How many events each batch had. */
    public synchronized List<Integer> batchSizes() {
        return List.copyOf(batchSizes);
    }
}
