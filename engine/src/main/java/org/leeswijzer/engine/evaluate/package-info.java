/**
 * How good the suggestions are, judged by the very code that serves them.
 *
 * <p>Read {@link org.leeswijzer.engine.evaluate.LoanSet} and {@link org.leeswijzer.engine.evaluate.Split} (what is learned
 * from and what is asked for), {@link org.leeswijzer.engine.evaluate.Evaluation},
 * {@link org.leeswijzer.engine.evaluate.Score}, {@link org.leeswijzer.engine.evaluate.Tuning}.
 *
 * <p>Nothing is ever tuned on what is judged by: a tuning splits the training once more. Here alone minBorrowers may be
 * below its floor, and nothing of it is stored.
 */
@NullMarked
package org.leeswijzer.engine.evaluate;

import org.jspecify.annotations.NullMarked;
