package org.leeswijzer.engine.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The store's column families; their layouts stand in the class named. */
enum Table {
    /** Schema version, libraries, counters: {@link Meta}. */
    META,
    /** Where to go on reading the event log: {@link OffsetLayout}. */
    OFFSETS,
    /** Records of titles: {@link RecordLayout}. */
    RECORDS,
    /** Outside ids of titles: {@link AliasLayout}. */
    ALIASES,
    /** Which work an edition belongs to: {@link WorkLayout}. */
    WORKS,
    /** What staff decided on works: {@link DecisionLayout}. */
    DECISIONS,
    /** Which record an item is a copy of, and how it stands: {@link ItemLayout}. */
    ITEMS,
    /** How many copies of a record there are, and how many are available: {@link CopyLayout}. */
    COPIES,
    /** Numbers of pseudonyms: {@link PatronLayout}. */
    PATRONS,
    /** What patrons were promised: {@link PromiseLayout}. */
    PROMISES,
    /** Every loan by its key: {@link LoanLayout}. */
    LOANS,
    /** Counted loans by patron and title: {@link BorrowingLayout}. */
    BORROWINGS,
    /** What counts of a patron: {@link HistoryLayout}. */
    HISTORIES,
    /** Who counts for a title: {@link BorrowerLayout}. */
    BORROWERS,
    /** How many patrons count for a title: {@link CountLayout}. */
    COUNTS,
    /** Loans by the item that is not yet known: {@link ItemLayout}. */
    PARKED,
    /** What readers said of suggestions, by reader: {@link OpinionLayout}. */
    OPINIONS,
    /** The same by the pair that it is counted for: {@link VoiceLayout}. */
    VOICES,
    /** Neighbours by model version, scope and title: {@link NeighbourLayout}. */
    NEIGHBOURS,
    /** What is known of each model version: {@link ModelLayout}. */
    MODELS;

    byte[] familyName() {
        return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
