package org.leeswijzer.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Receipt;

/** Brings events straight to the store, in batches, where no broker is used. */
public final class StoreTarget implements Target {
    /** Enough that writing a batch costs little per event, and few enough to be held twice over. */
    private static final int BATCH = 5_000;

    private final EventSink sink;
    private final List<LibraryEvent> waiting = new ArrayList<>();
    private Receipt receipt = new Receipt(Map.of());

    /** A target that does not close the sink. */
    public StoreTarget(EventSink sink) {
        this.sink = sink;
    }

    /** What became of the events that are stored. */
    public Receipt receipt() {
        return receipt;
    }

    @Override
    public void take(List<LibraryEvent> line) {
        waiting.addAll(line);
        if (waiting.size() >= BATCH) {
            finish();
        }
    }

    @Override
    public void finish() {
        if (!waiting.isEmpty()) {
            receipt = receipt.plus(sink.accept(EventBatch.of(waiting)));
            waiting.clear();
        }
    }

    @Override
    public void close() {}
}
