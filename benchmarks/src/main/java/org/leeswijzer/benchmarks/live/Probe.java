package org.leeswijzer.benchmarks.live;

/**
 * A pair of titles that becomes neighbours while loans come.
 *
 * @param asked id of the title whose suggestions are asked for
 * @param awaited id of the title that is among them as soon as the loans are counted
 */
record Probe(String asked, String awaited) {}
