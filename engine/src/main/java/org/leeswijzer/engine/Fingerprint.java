package org.leeswijzer.engine;

/**
 * What a store holds, in two SHA-256 hashes: equal if and only if the other store holds the same. Two stores that read
 * the same titles in the same order can be compared, however their loans came.
 *
 * @param loans of all loans, counted and parked: library, loan, patron's pseudonym, title and day
 * @param neighbours of all neighbours of the serving version, with their scores to the bit
 */
public record Fingerprint(String loans, String neighbours) {}
