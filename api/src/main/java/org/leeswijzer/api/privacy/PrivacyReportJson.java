package org.leeswijzer.api.privacy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.leeswijzer.engine.privacy.Place;
import org.leeswijzer.engine.privacy.PrivacyReport;

/**
 * What a privacy officer wants to know of a version of the model.
 *
 * @param made when its retrain began
 * @param versions that are kept, each shrunk when a patron is erased
 */
@Serdeable
public record PrivacyReportJson(
        int version,
        Instant made,
        int minBorrowers,
        List<Window> windows,
        Pairs pairs,
        Words words,
        List<Integer> versions,
        List<PlaceJson> places) {

    /**
     * What is held of a library's loans.
     *
     * @param days loans are held for so many; null if for good
     * @param firstDay earlier loans are not held; null if all are
     * @param oldestLoan the day of the oldest; null without loans
     */
    @Serdeable
    public record Window(
            String library,
            @Nullable Integer days,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate oldestLoan) {}

    /**
     * Pairs of titles that some patron borrowed both of.
     *
     * @param enough that may be neighbours
     * @param withheld that fewer patrons than minBorrowers share
     * @param share of those in all; null where either number is not told
     * @param countedAt when the counting began
     */
    @Serdeable
    public record Pairs(
            CountJson enough, CountJson withheld, @Nullable Double share, Instant countedAt) {}

    /** How many patrons said what, until now or since the version was made. */
    @Serdeable
    public record Words(
            CountJson optedOut,
            CountJson optedOutSince,
            CountJson erasedSince,
            CountJson erasedForGood) {}

    /** Copies the lists. */
    public PrivacyReportJson {
        windows = List.copyOf(windows);
        versions = List.copyOf(versions);
        places = List.copyOf(places);
    }

    /** As it is told outside. */
    public static PrivacyReportJson of(PrivacyReport report) {
        return new PrivacyReportJson(
                report.version(),
                report.made(),
                report.minBorrowers(),
                report.windows().stream().map(PrivacyReportJson::window).toList(),
                new Pairs(
                        CountJson.of(report.pairs().enough()),
                        CountJson.of(report.pairs().withheld()),
                        report.pairs().share().isPresent()
                                ? report.pairs().share().getAsDouble()
                                : null,
                        report.pairs().countedAt()),
                words(report.words()),
                report.versions(),
                Arrays.stream(Place.values()).map(PlaceJson::of).toList());
    }

    private static Window window(PrivacyReport.Window window) {
        return new Window(
                window.library().code(),
                window.days().isPresent() ? window.days().getAsInt() : null,
                window.firstDay().orElse(null),
                window.oldestLoan().orElse(null));
    }

    private static Words words(PrivacyReport.Words words) {
        return new Words(
                CountJson.of(words.optedOut()),
                CountJson.of(words.optedOutSince()),
                CountJson.of(words.erasedSince()),
                CountJson.of(words.erasedForGood()));
    }
}
