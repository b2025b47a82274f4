/**
 * How good the suggestions are, judged by the very code that serves them.
 *
 * <p>Read {@link org.leeswijzer.engine.evaluate.LoanSet} and {@link org.leeswijzer.engine.evaluate.Split} (what is learned
 * from), {@link org.leeswijzer.engine.evaluate.Case} and {@link org.leeswijzer.engine.evaluate.Recommender} (what is asked,
 * and of whom), {@link org.leeswijzer.engine.evaluate.Judge}, {@link org.leeswijzer.engine.evaluate.Score} and
 * {@link org.leeswijzer.engine.evaluate.Measures} (how good the answers are),
 * {@link org.leeswijzer.engine.evaluate.Evaluation} (the suggester itself as judged),
 * {@link org.leeswijzer.engine.evaluate.Tuning}.
 *
 * <p>Nothing is ever tuned on what is judged by: a tuning splits the training once more. Here alone minBorrowers may be
 * below its floor, and nothing of it is stored.
 */
@NullMarked
package org.leeswijzer.engine.evaluate;

import org.jspecify.annotations.NullMarked;
