package org.leeswijzer.engine.evaluate;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a set of loans is evaluated.
 *
 * @param minBorrowers as the model keeps to; here it may be as low as 1
 * @param depth so many of every list are judged
 * @param cutDay where all loans are cut, in days since 1970-01-01; where empty, at four fifths of them
 * @param mostJudged patrons beyond so many are learned from, but not asked about
 * @param contenders to be judged beside the suggester
 * @param bootstrap that makes the intervals
 * @param threads the result does not depend on
 */
public record Plan(
        int minBorrowers,
        int depth,
        OptionalInt cutDay,
        int mostJudged,
        List<Contender> contenders,
        Bootstrap bootstrap,
        int threads) {
    private static final int MOST_JUDGED = 20_000;

    /** @throws IllegalArgumentException if a number is out of bounds */
    public Plan {
        check("minBorrowers", minBorrowers, 1, Integer.MAX_VALUE);
        check("depth", depth, 1, 100);
        check("mostJudged", mostJudged, 1, Integer.MAX_VALUE);
        check("threads", threads, 1, 1024);
        contenders = List.copyOf(contenders);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d: give %d to %d".formatted(name, value, least, most));
        }
    }

    /** Lists of ten, a time cut at four fifths, no contenders. */
    public static Plan of(int minBorrowers, int threads) {
        return new Plan(
                minBorrowers,
                Score.DEPTH,
                OptionalInt.empty(),
                MOST_JUDGED,
                List.of(),
                Bootstrap.DEFAULT,
                threads);
    }
}
