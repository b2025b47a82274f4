package org.leeswijzer.api.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.ingest.load.Target;

/** Brings events to the store of a service that runs, where no event log is read. */
final class EngineTarget implements Target {
    private static final int BATCH = 500;

    private final Engine engine;
    private final List<LibraryEvent> waiting = new ArrayList<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

    EngineTarget(Engine engine) {
        this.engine = engine;
    }

    /** What became of the events that are stored, by outcome that there was. */
    Map<Outcome, Long> outcomes() {
        return outcomes;
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
        if (waiting.isEmpty()) {
            return;
        }
        Receipt receipt = engine.accept(EventBatch.of(waiting));
        waiting.clear();
        for (Outcome outcome : Outcome.values()) {
            if (receipt.count(outcome) > 0) {
                outcomes.merge(outcome, receipt.count(outcome), Long::sum);
            }
        }
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
