package org.leeswijzer.engine.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.loan.Held;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.loan.Promise;
import org.leeswijzer.engine.rocksdb.LoanStore;

/** What a patron may ask of the store, and who answers for it. Safe for use by many threads. */
public final class Privacy {
    private final LoanStore store;
    private final EngineSettings settings;
    private final Reporting reporting;

    /** Of this store, which is run so. */
    public Privacy(LoanStore store, EngineSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        reporting = new Reporting(store, settings, clock);
    }

    /**
     * What who answers for readers' privacy wants to know of a version. All loans are looked at; and all pairs counted, as a
     * retrain does and for as long, where that was not done since the version that serves was published or a patron left.
     *
     * @throws org.leeswijzer.engine.model.ModelRefusal if there is no such version
     */
    public PrivacyReport report(int version) {
        return reporting.of(store.models().find(version));
    }

    /** All that is held on a patron. */
    public Held held(Library library, PatronKey patron) {
        return store.patrons().held(library, patron);
    }

    /** The edition that a loan names, which its work may show under another number. */
    public Title edition(int number) {
        return store.patrons().edition(number);
    }

    /** The library's own ids of an edition, as its catalogue or its loans name it. */
    public List<String> recordsOf(Library library, int edition) {
        return store.patrons().recordsOf(library, edition);
    }

    /** The last day on which a loan of that day is held; empty if it is held for good. */
    public Optional<LocalDate> keptUntil(Library library, int day) {
        OptionalInt days = settings.retention().daysOf(library);
        return days.isPresent()
                ? Optional.of(LocalDate.ofEpochDay(day + days.getAsInt()))
                : Optional.empty();
    }

    /** What the patron was promised. */
    public Promise promise(Library library, PatronKey patron) {
        return store.patrons().promise(library, patron);
    }
}
