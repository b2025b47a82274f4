package org.leeswijzer.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.ingest.Storing;

/**
 * Brings events straight to the store, where no broker is used: on a thread of its own, while the next lines are read. What
 * the store cannot take is told of a later line, or at the end.
 */
public final class StoreTarget implements Target {
    /** So many are handed over at a time. */
    private static final int BATCH = 5_000;

    private final BulkLoad load;
    private final Storing storing = new Storing(Thread.currentThread().getName() + "-store");
    private List<LibraryEvent> batch = new ArrayList<>(BATCH);
    private Receipt receipt = new Receipt(Map.of());

    /** A target that closes the load. */
    public StoreTarget(BulkLoad load) {
        this.load = load;
    }

    /** What became of the events that are stored. */
    public Receipt receipt() {
        return receipt;
    }

    @Override
    public void take(List<LibraryEvent> line) {
        batch.addAll(line);
        if (batch.size() >= BATCH) {
            handOver();
        }
    }

    private void handOver() {
        List<LibraryEvent> full = batch;
        batch = new ArrayList<>(BATCH);
        storing.submit(() -> full.forEach(load::take));
    }

    @Override
    public void finish() {
        handOver();
        storing.await();
        receipt = load.finish();
    }

    @Override
    public void close() {
        storing.close();
        load.close();
    }
}
