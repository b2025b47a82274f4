package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.JobStatus;

/**
 * A retrain at one moment.
 *
 * @param version of the model that it makes
 * @param state {@code running}, {@code stopping}, {@code done}, {@code cancelled} or {@code failed}
 * @param stage such as {@code counting}
 * @param share of the stage that is done, from 0 to 1; absent if that is not known
 * @param pairsPerSecond pairs of titles of a patron that are counted in a second; while counting
 * @param secondsLeft of the stage; absent if that is not known
 * @param outcome one sentence; absent as long as it has not ended
 */
@Serdeable
public record JobJson(
        String id,
        int version,
        String state,
        String by,
        String started,
        String stage,
        @Nullable Double share,
        @Nullable Double pairsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable String outcome,
        @Nullable String ended) {
    private static final double DIGITS = 1e4;

    /** As it is told outside. */
    public static JobJson of(JobStatus job) {
        return new JobJson(
                job.id(),
                job.version(),
                job.state().text(),
                job.by(),
                job.started().toString(),
                job.stage(),
                job.share().isPresent()
                        ? (Double) (Math.rint(job.share().getAsDouble() * DIGITS) / DIGITS)
                        : null,
                job.pairsPerSecond().isPresent()
                        ? (Double) Math.rint(job.pairsPerSecond().getAsDouble())
                        : null,
                job.secondsLeft().isPresent() ? (Long) job.secondsLeft().getAsLong() : null,
                job.outcome(),
                job.ended() == null ? null : job.ended().toString());
    }
}
