package org.leeswijzer.engine.model;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment.
 *
 * @param id to ask for it
 * @param version of the model that it makes
 * @param by who started it
 * @param stage that it is in, such as {@code counting}
 * @param share of the stage that is done, from 0 to 1; empty if that is not known
 * @param pairsPerSecond pairs of titles of a patron that are counted in a second; empty in other stages than counting
 * @param secondsLeft of the stage; empty if that is not known
 * @param outcome one sentence; null as long as it has not ended
 * @param ended null as long as it has not
 */
public record JobStatus(
        String id,
        int version,
        JobState state,
        String by,
        Instant started,
        String stage,
        OptionalDouble share,
        OptionalDouble pairsPerSecond,
        OptionalLong secondsLeft,
        @Nullable String outcome,
        @Nullable Instant ended) {}
