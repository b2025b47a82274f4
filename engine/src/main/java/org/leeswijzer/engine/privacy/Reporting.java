package org.leeswijzer.engine.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.Promise;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.privacy.PrivacyReport.Pairs;
import org.leeswijzer.engine.privacy.PrivacyReport.Window;
import org.leeswijzer.engine.privacy.PrivacyReport.Words;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.similarity.SharedPairs;

/** Makes privacy reports. Safe for use by many threads. */
final class Reporting {
    private final LoanStore store;
    private final EngineSettings settings;
    private final PairCount pairs;
    private final Clock clock;

    Reporting(LoanStore store, EngineSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        pairs = new PairCount(store, settings.minBorrowers(), settings.threads(), clock);
    }

    PrivacyReport of(ModelVersion version) {
        return new PrivacyReport(
                version.number(),
                version.began(),
                settings.minBorrowers(),
                windows(),
                pairs(),
                words(version),
                store.models().all().stream().map(ModelVersion::number).toList());
    }

    private List<Window> windows() {
        Map<Library, Integer> oldest = store.patrons().oldestLoans();
        return store.libraries().stream()
                .map(library -> window(library, Optional.ofNullable(oldest.get(library))))
                .toList();
    }

    private Window window(Library library, Optional<Integer> oldest) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        OptionalInt days = settings.retention().daysOf(library);
        return new Window(
                library,
                days,
                days.isPresent() ? Optional.of(today.minusDays(days.getAsInt())) : Optional.empty(),
                oldest.map(LocalDate::ofEpochDay));
    }

    private Pairs pairs() {
        PairCount.Counted counted = pairs.pairs();
        SharedPairs shared = counted.pairs();
        Figure enough = figure(shared.enough());
        Figure withheld = figure(shared.tooFew());
        boolean isTold = enough.number().isPresent() && withheld.number().isPresent();
        return new Pairs(
                enough,
                withheld,
                isTold
                        ? OptionalDouble.of(
                                (double) shared.tooFew() / (shared.enough() + shared.tooFew()))
                        : OptionalDouble.empty(),
                counted.at());
    }

    private Words words(ModelVersion version) {
        long began = version.began().toEpochMilli();
        long day = LocalDate.ofInstant(version.began(), ZoneOffset.UTC).toEpochDay();
        long[] counts = new long[4];
        store.patrons()
                .promises(
                        promise -> {
                            counts[0] += promise.optedOut() ? 1 : 0;
                            counts[1] += promise.optedOut() && promise.since() >= began ? 1 : 0;
                            counts[2] += isErased(promise) && promise.lastDay() > day ? 1 : 0;
                            counts[3] += promise.isForGood() ? 1 : 0;
                        });
        return new Words(
                figure(counts[0]), figure(counts[1]), figure(counts[2]), figure(counts[3]));
    }

    private static boolean isErased(Promise promise) {
        return !promise.optedOut() && !promise.isForGood();
    }

    private Figure figure(long number) {
        return Figure.of(number, settings.minBorrowers());
    }
}
