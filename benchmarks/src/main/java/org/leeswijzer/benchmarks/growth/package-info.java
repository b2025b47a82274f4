/**
 * How long a full retrain takes, how that grows with the loans, and what others take for it: {@link
 * org.leeswijzer.benchmarks.growth.FullRetrain}, {@link org.leeswijzer.benchmarks.growth.GrowthCurve}, {@link
 * org.leeswijzer.benchmarks.growth.TasteRetrain} and {@link org.leeswijzer.benchmarks.growth.PeerSparseProduct}.
 */
@NullMarked
package org.leeswijzer.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
