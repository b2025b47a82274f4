package org.leeswijzer.engine.suggest;

/**
 * How much of one answer may be alike.
 *
 * @param perAuthor at most so many titles by one author, main or other; 1 to {@link Question#MAX_LIMIT}
 * @param perSeries at most so many of one series, likewise
 */
public record Caps(int perAuthor, int perSeries) {
    /** As many as an answer can have. */
    public static final Caps NONE = new Caps(Question.MAX_LIMIT, Question.MAX_LIMIT);

    /** @throws IllegalArgumentException if a cap is out of bounds */
    public Caps {
        check("maxPerAuthor", perAuthor);
        check("maxPerSeries", perSeries);
    }

    private static void check(String name, int cap) {
        if (cap < 1 || cap > Question.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "%s is %d: give 1 to %d".formatted(name, cap, Question.MAX_LIMIT));
        }
    }
}
