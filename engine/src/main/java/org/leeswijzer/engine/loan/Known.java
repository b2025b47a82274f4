package org.leeswijzer.engine.loan;

/** Tells what is held already of what somebody would bring. Safe for use by many threads. */
public interface Known {

    /** Whether the loan is held, be it that it counts or that it waits for its item; whatever is said of it there. */
    boolean has(Library library, LoanKey loan);

    /** Whether the record or the item was ever heard of, be it from a loan alone. */
    boolean has(Library library, Borrowed borrowed);

    /** Whether the library has described the record. */
    boolean isDescribed(Library library, String record);
}
