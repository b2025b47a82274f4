package org.leeswijzer.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.model.Progress;

/** A store of forty patrons and twenty titles with neighbours, for tests that back it up, break it and restore it. */
public final class FilledStore {
    public static final Library NOORD = new Library("noord");
    public static final LogPartition LOANS = new LogPartition("loans", 0);
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    private static final int PATRONS = 40;
    private static final int TITLES = 20;

    private FilledStore() {}

    /** Settings of the store in this folder, with all loans counting. */
    public static EngineSettings settings(Path folder) {
        return new EngineSettings(
                folder.resolve("store"), folder.resolve("secrets"), 3, OptionalInt.empty(), 1);
    }

    /** Opens it at rest. */
    public static Engine open(Path folder) {
        return Engine.openAtRest(settings(folder), CLOCK);
    }

    /** Makes it, with a model; returns what it holds. */
    public static Fingerprint fill(Path folder) {
        try (Engine engine = open(folder)) {
            return fill(engine);
        }
    }

    /** Gives it its loans, and a model; returns what it holds. */
    public static Fingerprint fill(Engine engine) {
        for (int patron = 0; patron < PATRONS; patron++) {
            List<LibraryEvent> loans = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                loans.add(loan(patron, (patron % 4 * 5 + i * 3) % TITLES, 20_000 + patron + i));
            }
            var unused = engine.accept(new EventBatch(loans, Map.of(LOANS, patron + 1L)));
        }
        engine.retrain(Progress.SILENT);
        return engine.fingerprint();
    }

    /** A loan of a patron's by a title's number; its key is made of both. */
    public static LibraryEvent loan(int patron, int title, int day) {
        return new LibraryEvent.LoanMade(
                NOORD,
                new LoanKey(patron, title),
                new PatronKey(7, patron),
                new Borrowed.OfTitle("t" + title),
                day);
    }
}
