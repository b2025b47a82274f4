package org.leeswijzer.engine.privacy;

import org.leeswijzer.engine.loan.Library;

/** Where pseudonymisers come from. */
public interface Pseudonymisers {

    /** A pseudonymiser of the library's own, for the calling thread; a library that has no secret gets one. */
    Pseudonymiser pseudonymiser(Library library);

    /** How often the library's secret was rotated, as its pseudonymiser has it; asking makes no secret. */
    int rotation(Library library);
}
