package org.leeswijzer.engine.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.leeswijzer.engine.loan.Library;

/**
 * What who answers for readers' privacy wants to know of a version of the model and of the store that it is served from.
 *
 * @param version its number
 * @param made when its retrain began
 * @param minBorrowers a pair that fewer patrons share is not stored; numbers below it are not told here either
 * @param windows of the libraries, in the order they were first seen
 * @param pairs as the loans were when they were counted
 * @param words of patrons
 * @param versions that have rows, each shrunk when a patron is erased
 */
public record PrivacyReport(
        int version,
        Instant made,
        int minBorrowers,
        List<Window> windows,
        Pairs pairs,
        Words words,
        List<Integer> versions) {
    public PrivacyReport {
        windows = List.copyOf(windows);
        versions = List.copyOf(versions);
    }

    /**
     * What is held of a library's loans.
     *
     * @param days loans are held for so many; empty if for good
     * @param firstDay earlier loans are not held; empty if all are
     * @param oldestLoan the day of the oldest that is held; empty without loans
     */
    public record Window(
            Library library,
            OptionalInt days,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> oldestLoan) {}

    /**
     * Pairs of titles that some patron borrowed both of, of all libraries together.
     *
     * @param enough that may be neighbours
     * @param withheld that too few patrons share: stored and shown nowhere
     * @param share of those in all; empty where either number is not told
     * @param countedAt when the counting began; no patron who was erased or opted out since is in it
     */
    public record Pairs(Figure enough, Figure withheld, OptionalDouble share, Instant countedAt) {}

    /**
     * How many patrons said what.
     *
     * @param optedOut who have, until now
     * @param optedOutSince of those, since the version was made
     * @param erasedSince who were erased for what they had borrowed, since then
     * @param erasedForGood who were erased for good, until now
     */
    public record Words(
            Figure optedOut, Figure optedOutSince, Figure erasedSince, Figure erasedForGood) {}
}
