package org.leeswijzer.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A version of the model: what it was made of, by whom, how good it is, and what has become of it.
 *
 * @param number from 1, never given again
 * @param began when its retrain began, to the millisecond; of an imported one, where it was made
 * @param took from then until its last row was there; zero as long as it is a candidate
 * @param by who asked for it
 * @param parameters null as long as it is a candidate
 * @param made null as long as it is a candidate, and of one that is older than such records
 * @param judged null if nothing could be held out to judge by
 * @param verdict the gate's
 * @param published when it last began to serve; null if it never has
 * @param origin where it came from; null if it was made here
 */
public record ModelVersion(
        int number,
        ModelState state,
        Instant began,
        Duration took,
        String by,
        @Nullable Parameters parameters,
        @Nullable Made made,
        @Nullable Judged judged,
        Verdict verdict,
        @Nullable Published published,
        @Nullable Origin origin) {
    /** The one that was made or served last first; of equals the higher number. */
    static final Comparator<ModelVersion> LAST_USED_FIRST =
            Comparator.comparing(ModelVersion::lastUsed)
                    .thenComparing(ModelVersion::number)
                    .reversed();

    /** @throws IllegalArgumentException if the number is not at least 1 */
    public ModelVersion {
        if (number < 1) {
            throw new IllegalArgumentException("version is %d: give at least 1".formatted(number));
        }
        began = began.truncatedTo(ChronoUnit.MILLIS);
        took = took.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One whose rows are yet to be made. */
    public static ModelVersion candidate(int number, Instant began, String by) {
        return new ModelVersion(
                number,
                ModelState.CANDIDATE,
                began,
                Duration.ZERO,
                by,
                null,
                null,
                null,
                Verdict.NONE,
                null,
                null);
    }

    /** Its rows are made; it is withheld until it is published. */
    public ModelVersion made(
            Duration duration, Parameters how, Made of, @Nullable Judged figures, Verdict gate) {
        return new ModelVersion(
                number,
                ModelState.WITHHELD,
                began,
                duration,
                by,
                how,
                of,
                figures,
                gate,
                published,
                origin);
    }

    /** The gate found one thing more. */
    public ModelVersion with(Finding finding) {
        return new ModelVersion(
                number,
                state,
                began,
                took,
                by,
                parameters,
                made,
                judged,
                verdict.with(finding),
                published,
                origin);
    }

    /** It serves. */
    public ModelVersion serving(Published now) {
        return in(ModelState.SERVING, now);
    }

    /** It can serve again. */
    public ModelVersion kept() {
        return in(ModelState.KEPT, published);
    }

    /** The same with what its rows keep to now. */
    public ModelVersion keepingTo(int minBorrowers) {
        return new ModelVersion(
                number,
                state,
                began,
                took,
                by,
                parameters == null ? null : new Parameters(parameters.blend(), minBorrowers),
                made,
                judged,
                verdict,
                published,
                origin);
    }

    /** The same under the number that it gets in another store, where it has not served. */
    public ModelVersion imported(int here, Origin from) {
        return new ModelVersion(
                here,
                ModelState.KEPT,
                began,
                took,
                by,
                parameters,
                made,
                judged,
                verdict,
                null,
                from);
    }

    /** The same while its rows are being stored. */
    public ModelVersion candidate() {
        return in(ModelState.CANDIDATE, published);
    }

    private ModelVersion in(ModelState now, @Nullable Published last) {
        return new ModelVersion(
                number, now, began, took, by, parameters, made, judged, verdict, last, origin);
    }

    private Instant lastUsed() {
        Instant there = origin == null ? began : origin.at();
        return published == null || published.at().isBefore(there) ? there : published.at();
    }
}
