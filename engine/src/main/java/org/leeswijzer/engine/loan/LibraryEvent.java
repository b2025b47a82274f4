package org.leeswijzer.engine.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.works.WorkDecision;

/** One thing that a library told us; applying it twice is applying it once. */
public sealed interface LibraryEvent {

    /** Whose event this is. */
    Library library();

    /**
     * A patron borrowed something; the last word on this loan id, so another patron, title or day corrects it.
     *
     * @param day of the loan, in days since 1970-01-01, negative before
     */
    record LoanMade(Library library, LoanKey loan, PatronKey patron, Borrowed borrowed, int day)
            implements LibraryEvent {
        private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();
        private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();

        /** @throws IllegalArgumentException if the day is not in the years 1 to 9999 */
        public LoanMade {
            if (day < FIRST_DAY || day > LAST_DAY) {
                throw new IllegalArgumentException(
                        "day is %d: give one in the years 1 to 9999".formatted(day));
            }
        }
    }

    /** A loan was deleted or anonymised at its source: it no longer counts. */
    record LoanForgotten(Library library, LoanKey loan) implements LibraryEvent {}

    /** All loans of the library were deleted at their source. */
    record AllLoansForgotten(Library library) implements LibraryEvent {}

    /** What a patron wants to be known of them, or their library says in their place. */
    sealed interface PatronWord extends LibraryEvent {

        /** Whose word it is. */
        PatronKey patron();

        /** What the patron is promised from now on, who was promised that before. */
        Promise after(Promise before);
    }

    /**
     * All that is held on the patron goes and stays away: loans of the day of the word and of the day after, when it is that
     * day already east of here, and all before. Later loans count.
     */
    record PatronErased(Library library, PatronKey patron, Instant saidAt) implements PatronWord {
        public PatronErased {
            saidAt = saidAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Promise after(Promise before) {
            return before.erased(saidAt);
        }
    }

    /** Their library has the patron no more: all that is held on them goes, and nothing is ever held again. */
    record PatronGone(Library library, PatronKey patron) implements PatronWord {
        @Override
        public Promise after(Promise before) {
            return before.gone();
        }
    }

    /** The patron does not want to be remembered: all that is held on them goes, and no loan is held until they opt in. */
    record PatronOptedOut(Library library, PatronKey patron, Instant saidAt) implements PatronWord {
        public PatronOptedOut {
            saidAt = saidAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Promise after(Promise before) {
            return before.optedOut(saidAt);
        }
    }

    /** A patron who opted out wants to be remembered again: loans count that are of later days than those erased then. */
    record PatronOptedIn(Library library, PatronKey patron, Instant saidAt) implements PatronWord {
        public PatronOptedIn {
            saidAt = saidAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Promise after(Promise before) {
            return before.optedIn(saidAt);
        }
    }

    /** The patron lets suggestions be made of their own loans, or does not any more. */
    record PatronConsented(Library library, PatronKey patron, boolean isGiven, Instant saidAt)
            implements PatronWord {
        public PatronConsented {
            saidAt = saidAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Promise after(Promise before) {
            return before.consented(isGiven, saidAt);
        }
    }

    /** A record of the catalogue, new or changed. */
    record TitleSeen(TitleRecord title) implements LibraryEvent {
        @Override
        public Library library() {
            return title.library();
        }
    }

    /** The library no longer shows this record; its past loans still count. */
    record TitleGone(Library library, String id) implements LibraryEvent {
        public TitleGone {
            Ids.check("id", id);
        }
    }

    /**
     * Which title an item is a copy of; parked loans of the item are counted now.
     *
     * @param available whether a reader can take it home now; null where that is not said, and what was said before holds
     */
    record ItemSeen(Library library, String item, String title, @Nullable Boolean available)
            implements LibraryEvent {
        public ItemSeen {
            Ids.check("item", item);
            Ids.check("title", title);
        }

        /** An item of which it is not said how it stands. */
        public ItemSeen(Library library, String item, String title) {
            this(library, item, title, null);
        }
    }

    /** The library has this item no more; which title it was of stays known, for the loans of the past. */
    record ItemGone(Library library, String item) implements LibraryEvent {
        public ItemGone {
            Ids.check("item", item);
        }
    }

    /** A reader said something of a suggestion; the last word of a reader on a title holds. */
    record FeedbackGiven(Feedback feedback) implements LibraryEvent {
        /** The one that was asked, or else the one whose record it is of. */
        @Override
        public Library library() {
            return feedback.keeper();
        }
    }

    /** Staff decided which records are one work; a decision that is known says nothing new. */
    record WorkDecided(WorkDecision decision) implements LibraryEvent {
        /** That of the first of its records. */
        @Override
        public Library library() {
            return decision.records().get(0).library();
        }
    }
}
