package org.leeswijzer.engine.loan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A loan of a patron as it is held.
 *
 * @param day of the loan, in days since 1970-01-01
 * @param edition the number of the edition that it names, which may be less than its work; empty of a loan that is parked
 * @param item the library's own id of the copy that a parked loan waits for; empty of one that counts
 */
public record HeldLoan(int day, OptionalInt edition, Optional<String> item) {
    /** @throws IllegalArgumentException if it has both an edition and an item, or neither */
    public HeldLoan {
        if (edition.isPresent() == item.isPresent()) {
            throw new IllegalArgumentException("a loan is of an edition, or waits for an item");
        }
    }

    /** One that counts. */
    public static HeldLoan counted(int day, int edition) {
        return new HeldLoan(day, OptionalInt.of(edition), Optional.empty());
    }

    /** One that waits for its item. */
    public static HeldLoan parked(int day, String item) {
        return new HeldLoan(day, OptionalInt.empty(), Optional.of(item));
    }
}
