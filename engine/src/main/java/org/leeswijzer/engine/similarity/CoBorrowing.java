package org.leeswijzer.engine.similarity;

/**
 * How many patrons of one scope borrowed title A, title B, and both, inside the retention window.
 *
 * @param overlap patrons who borrowed A and B, weighed by {@link TimeWeight}, in 256ths of a patron
 * @param a patrons who borrowed A, at least {@code overlap / 256}
 * @param b patrons who borrowed B, at least {@code overlap / 256}
 * @param patrons all patrons with a loan in the window, at least {@code a} and {@code b}
 */
public record CoBorrowing(long overlap, long a, long b, long patrons) {

    /** @throws IllegalArgumentException if the four counts cannot all be true */
    public CoBorrowing {
        if (overlap < 0 || overlap > TimeWeight.ONE * Math.min(a, b) || Math.max(a, b) > patrons) {
            throw new IllegalArgumentException(
                    "overlap %d/256, a %d, b %d, patrons %d: no library has such counts"
                            .formatted(overlap, a, b, patrons));
        }
    }

    /** Whether more patrons borrowed both than would if the two titles had nothing to do with one another. */
    public boolean aboveChance() {
        return overlap * patrons > TimeWeight.ONE * a * b;
    }
}
