package org.leeswijzer.engine.suggest;

/**
 * A title that something speaks for.
 *
 * @param score comparable within one answer and one basis
 * @param seed the title that weighed most
 * @param both patrons of it and of the seed, or of it within a period; 0 where the basis is kinship
 */
record Candidate(int title, double score, Basis basis, int seed, int both) {}
