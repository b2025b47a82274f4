package org.leeswijzer.engine.suggest;

/**
 * A title that suggestions start from.
 *
 * @param day when it was borrowed, in days since 1970-01-01; the same for all where nothing is known
 */
public record Seed(int title, int day) {}
