package org.leeswijzer.engine;

/**
 * What the store holds, for ops and for whoever waits until something is in.
 *
 * @param libraries seen so far
 * @param titles numbered so far, with those that only loans have named
 * @param describedTitles of which the catalogue says what they are
 * @param loans that count
 * @param parkedLoans whose item is not yet known
 * @param patrons with at least one loan that counts
 * @param dirtyTitles whose neighbours wait to be computed anew
 */
public record Statistics(
        int libraries,
        int titles,
        int describedTitles,
        long loans,
        long parkedLoans,
        long patrons,
        long dirtyTitles) {}
