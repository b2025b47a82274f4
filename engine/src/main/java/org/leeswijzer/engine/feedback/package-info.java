/**
 * What readers say of suggestions, and what becomes of it: what one declined is not suggested to them again, and what enough of
 * them said of a pair of titles moves it in everybody's ranking.
 *
 * <p>Read {@link org.leeswijzer.engine.feedback.Feedback} (one thing that was said), then
 * {@link org.leeswijzer.engine.feedback.Tally} (what many said of a pair) and {@link org.leeswijzer.engine.feedback.Voices}, which
 * the suggester asks.
 *
 * <p>Rule: a reader here is whoever a browser or a front-end made a random id for, known by a pseudonym of that id; never a patron.
 */
@NullMarked
package org.leeswijzer.engine.feedback;

import org.jspecify.annotations.NullMarked;
