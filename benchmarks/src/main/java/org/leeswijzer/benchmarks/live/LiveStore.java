package org.leeswijzer.benchmarks.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.benchmarks.TemporaryFolder;
import org.leeswijzer.benchmarks.generate.GeneratedTitles;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.ScopeTable;
import org.leeswijzer.engine.rocksdb.StoredCandidate;
import org.leeswijzer.engine.similarity.Training;
import org.leeswijzer.engine.suggest.Blend;

/** A store with a catalogue, loans and the rows of a full retrain, in a folder from which the service is then started. */
final class LiveStore {
    private static final int AT_ONCE = 5_000;

    private LiveStore() {}

    static void make(TemporaryFolder folder, LiveLoans loans) {
        try (Engine engine = Engine.openAtRest(folder.settings(), Clock.systemUTC())) {
            fill(engine, loans);
        }
        EngineSettings settings = folder.settings();
        try (LoanStore store =
                LoanStore.open(
                        settings.store(),
                        new DirtyTitles(),
                        settings.minBorrowers(),
                        settings.keeping(),
                        false)) {
            retrain(store, settings);
        }
    }

    private static void fill(EventSink engine, LiveLoans loans) {
        GeneratedTitles titles = new GeneratedTitles(loans.generator());
        Batches batches = new Batches(engine);
        for (int title = 0; title < loans.generator().titles(); title++) {
            batches.add(new LibraryEvent.TitleSeen(titles.record(LiveLoans.LIBRARY, title)));
        }
        loans.forEachStored(batches::add);
        batches.flush();
    }

    /** Hands events on by the thousand. */
    private static final class Batches {
        private final EventSink sink;
        private final List<LibraryEvent> events = new ArrayList<>();

        Batches(EventSink sink) {
            this.sink = sink;
        }

        void add(LibraryEvent event) {
            events.add(event);
            if (events.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            Receipt unused = sink.accept(EventBatch.of(List.copyOf(events)));
            events.clear();
        }
    }

    /* Without tuning the blend, which takes long and changes no row. */
    private static void retrain(LoanStore store, EngineSettings settings) {
        String by = LiveRefresh.class.getSimpleName();
        ModelVersion candidate =
                ModelVersion.candidate(store.models().reserve(), Instant.EPOCH, by);
        StoredCandidate making = store.candidate();
        making.begin(candidate);
        Training training = new Training(settings.minBorrowers(), settings.threads());
        for (ScopeTable table : store.tables()) {
            training.run(
                    table.loans(),
                    (title, row) ->
                            table.scopes()
                                    .forEach(
                                            scope ->
                                                    making.put(
                                                            candidate.number(),
                                                            scope,
                                                            title,
                                                            row)));
        }
        ModelVersion made =
                candidate.made(
                        Duration.ZERO,
                        new Parameters(Blend.DEFAULT, settings.minBorrowers()),
                        new Made(1, 0, 0, 0, 0, 0, null, null),
                        null,
                        Verdict.NONE);
        Published published = new Published(by, Instant.EPOCH, null);
        ModelVersion unused = making.finish(made, store.models().serving(), published);
    }
}
