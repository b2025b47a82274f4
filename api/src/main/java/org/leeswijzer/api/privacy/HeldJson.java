package org.leeswijzer.api.privacy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leeswijzer.api.http.TextJson;

/**
 * All that is held on one patron.
 *
 * @param at when that was
 * @param optedOut whether no loan of theirs is held
 * @param optedOutSince when they opted out; null if they did not
 * @param forgottenUntil loans of this day or before are never held again; null if there is no such day
 * @param forGood whether nothing is ever held again, of whatever day
 * @param consent whether suggestions may be made of their own loans
 * @param consentSince when they said so; null if they did not, or not any more
 * @param loans by day
 * @param stored where it is, in sentences
 */
@Serdeable
public record HeldJson(
        String library,
        Instant at,
        boolean optedOut,
        @Nullable Instant optedOutSince,
        @Nullable LocalDate forgottenUntil,
        boolean forGood,
        boolean consent,
        @Nullable Instant consentSince,
        List<Loan> loans,
        List<TextJson> stored) {

    /**
     * A loan.
     *
     * @param keptUntil the last day on which it is held; null if it is held for good
     * @param ids the library's own of the title; of a parked loan that of the item
     * @param title its name; null if the catalogue has not told of it
     * @param parked whether it waits for its item, and counts nowhere
     */
    @Serdeable
    public record Loan(
            LocalDate day,
            @Nullable LocalDate keptUntil,
            List<String> ids,
            @Nullable String title,
            List<String> authors,
            boolean parked) {
        /** Copies the lists. */
        public Loan {
            ids = List.copyOf(ids);
            authors = List.copyOf(authors);
        }
    }

    /** Copies the lists. */
    public HeldJson {
        loans = List.copyOf(loans);
        stored = List.copyOf(stored);
    }
}
