package org.leeswijzer.engine.suggest;

import org.leeswijzer.engine.catalogue.Title;

/**
 * One title to read next.
 *
 * @param rank from 1
 * @param score comparable within one answer only, and falling in it where the mode is balanced
 * @param borrowers patrons who borrowed both this and the seed of the reason, or this within a period, at least
 *     minBorrowers; 0 where the basis is kinship, or nothing is known of the reader
 */
public record Suggestion(
        Title title, int rank, double score, Basis basis, Reason reason, int borrowers) {}
