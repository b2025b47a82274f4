/**
 * How well suggestions foretell what patrons borrowed later, on real loans.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.accuracy.RealLoans} (the sets), then
 * {@link org.leeswijzer.benchmarks.accuracy.Accuracy} (the command) and
 * {@link org.leeswijzer.benchmarks.accuracy.Peers} (the command that compares with others, which are in
 * {@link org.leeswijzer.benchmarks.accuracy.peers}).
 */
@NullMarked
package org.leeswijzer.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
