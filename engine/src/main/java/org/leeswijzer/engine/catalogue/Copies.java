package org.leeswijzer.engine.catalogue;

/**
 * The copies of one record of which its library tells how they stand.
 *
 * @param told how many those are; 0 where it tells of none
 * @param available how many of them a reader can take home now, at most {@code told}
 */
public record Copies(int told, int available) {
    /** Of a record whose library tells of no copy. */
    public static final Copies UNTOLD = new Copies(0, 0);

    /** @throws IllegalArgumentException if more are available than told of */
    public Copies {
        if (available < 0 || available > told) {
            throw new IllegalArgumentException(
                    "available is %d of %d: give 0 to %2$d".formatted(available, told));
        }
    }
}
