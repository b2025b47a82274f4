package org.leeswijzer.engine.loan;

/** What the keys of a library's patrons and loans are under a newer secret of the library. For one thread. */
public interface NewKeys {

    /** The new pseudonym of a patron. */
    PatronKey of(PatronKey patron);

    /** The new key of a loan. */
    LoanKey of(LoanKey loan);
}
