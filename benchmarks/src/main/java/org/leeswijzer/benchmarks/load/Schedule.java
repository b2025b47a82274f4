package org.leeswijzer.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** When requests are due, in nanoseconds from the beginning, rising; all drawn before the first is sent. Immutable. */
public final class Schedule {
    private final long[] due;

    private Schedule(long[] due) {
        this.due = due;
    }

    /*
     * Evenly drawn moments, sorted: the arrivals of many who do not know of one another (a Poisson process), given that
     * there are so many. So the number and the end are both certain beforehand.
     */

    /**
     * Exactly so many a second on average over the duration, at irregular moments.
     *
     * @param seed equal seeds give equal schedules
     */
    public static Schedule of(int perSecond, Duration duration, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] due = new long[Math.toIntExact(perSecond * duration.toMillis() / 1000)];
        Arrays.setAll(due, i -> random.nextLong(duration.toNanos()));
        Arrays.sort(due);
        return new Schedule(due);
    }

    /** How many requests there are. */
    public int size() {
        return due.length;
    }

    /** When that one is due. */
    public long due(int index) {
        return due[index];
    }
}
