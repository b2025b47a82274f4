package org.leeswijzer.engine.loan;

/** What a loan names: a title's record, or an item (a copy) whose title is told apart. */
public sealed interface Borrowed {

    /** The library's own id of the record or item, 1 to 200 characters. */
    String id();

    /** A record of the library's catalogue. */
    record OfTitle(String id) implements Borrowed {
        public OfTitle {
            Ids.check("title", id);
        }
    }

    /** A copy; the loan is parked until the item's title is known. */
    record OfItem(String id) implements Borrowed {
        public OfItem {
            Ids.check("item", id);
        }
    }
}
