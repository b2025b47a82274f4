package org.leeswijzer.engine.privacy;

import java.util.List;

/** Where something is kept, and for how long. */
public enum Place {
    /** Loans, by patron, by title and by their own key, and those that are parked. */
    LOANS(Kept.RETENTION, "patrons", "loans", "borrowings", "histories", "borrowers", "parked"),
    /** Until which day the loans of which pseudonyms do not count, and who opted out. */
    PROMISES(Kept.FOR_GOOD, "promises"),
    /** How many patrons borrowed a title: numbers, made of the loans. */
    COUNTS(Kept.RETENTION, "counts"),
    /** What readers said of suggestions, under pseudonyms of random ids: nothing of patrons. */
    FEEDBACK(Kept.RETENTION, "opinions", "voices"),
    /** Neighbours by version: titles and numbers of patrons, none below minBorrowers. */
    NEIGHBOURS(Kept.VERSIONS, "neighbours", "models"),
    /** Titles, items and how copies stand, and what staff decided on works: nothing of patrons. */
    CATALOGUE(Kept.FOR_GOOD, "records", "aliases", "items", "copies", "works", "decisions"),
    /** How far the event log is read, and counters: nothing of patrons. */
    ACCOUNTS(Kept.FOR_GOOD, "meta", "offsets"),
    /** The libraries' secrets, without which no pseudonym can be told from a number: a folder of their own. */
    SECRETS(Kept.FOR_GOOD),
    /** Files of versions that staff took out: titles and numbers of patrons, none below minBorrowers. */
    MODEL_FILES(Kept.BY_THE_LIBRARY),
    /** The event log, if there is one: loans by pseudonym in our own topics, and what other systems publish. */
    EVENT_LOG(Kept.BY_THE_BROKER);

    /** For how long. */
    public enum Kept {
        /** Until the retention window has passed the loan, or its patron is erased. */
        RETENTION,
        /** As long as the version is kept; shrunk at once when a patron is erased. */
        VERSIONS,
        /** As long as there is the store. */
        FOR_GOOD,
        /** As long as whoever took it out keeps it. */
        BY_THE_LIBRARY,
        /** As long as the broker's own settings say. */
        BY_THE_BROKER
    }

    private final Kept kept;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> tables;

    Place(Kept kept, String... tables) {
        this.kept = kept;
        this.tables = List.of(tables);
    }

    /** For how long. */
    public Kept kept() {
        return kept;
    }

    /** The store's tables; none of what is outside of the store. */
    public List<String> tables() {
        return tables;
    }
}
