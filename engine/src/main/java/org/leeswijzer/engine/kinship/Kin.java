package org.leeswijzer.engine.kinship;

/**
 * A title that the catalogue describes much like another.
 *
 * @param title its number
 * @param score cosine, above 0 and at most 1
 */
public record Kin(int title, float score) {}
