/**
 * From shared patrons to neighbours: pure functions, no I/O and no clock.
 *
 * <p>Read {@link org.leeswijzer.engine.similarity.CoBorrowing} (what is counted),
 * {@link org.leeswijzer.engine.similarity.TimeWeight} (how much a shared patron weighs),
 * {@link org.leeswijzer.engine.similarity.LogLikelihoodRatio} (whether it is above chance, and how surprising it is),
 * {@link org.leeswijzer.engine.similarity.PopularityPenalty} and {@link org.leeswijzer.engine.similarity.Ranking} (which
 * are kept). {@link org.leeswijzer.engine.similarity.Training} does it for all titles of a
 * {@link org.leeswijzer.engine.similarity.LoanTable}.
 *
 * <p>All counts are whole numbers, so sums do not depend on their order; rankings are total orders. The same loans give
 * the same bits on every machine, in a full retrain and in a refresh of one title.
 */
@NullMarked
package org.leeswijzer.engine.similarity;

import org.jspecify.annotations.NullMarked;
