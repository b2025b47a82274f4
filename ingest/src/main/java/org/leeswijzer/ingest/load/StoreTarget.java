package org.leeswijzer.ingest.load;

import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.loan.BulkLoad;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Receipt;

/** Brings events straight to the store, where no broker is used. */
public final class StoreTarget implements Target {
    private final BulkLoad load;
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
        line.forEach(load::take);
    }

    @Override
    public void finish() {
        receipt = load.finish();
    }

    @Override
    public void close() {
        load.close();
    }
}
