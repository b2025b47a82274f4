/**
 * Which model: every idea that was considered, tried on loans that the test never sees.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.accuracy.search.Fold} (what is learned from and asked),
 * {@link org.leeswijzer.benchmarks.accuracy.search.Variant} (one way to weigh loans and kinship), then
 * {@link org.leeswijzer.benchmarks.accuracy.search.ModelSearch} (the command).
 * {@link org.leeswijzer.benchmarks.accuracy.search.PairCounts} and
 * {@link org.leeswijzer.benchmarks.accuracy.search.CatalogueKinship} count slowly and in the open what the engine counts fast,
 * so that an idea is a line here before it is a change there.
 */
@NullMarked
package org.leeswijzer.benchmarks.accuracy.search;

import org.jspecify.annotations.NullMarked;
