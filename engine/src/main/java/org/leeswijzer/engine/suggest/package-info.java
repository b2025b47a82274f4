/**
 * What to read next: for a title, for a list of titles, for a patron's past loans. The API calls it, and so does the
 * evaluation: what is measured is what is served.
 *
 * <p>Read {@link org.leeswijzer.engine.suggest.Suggester}, then {@link org.leeswijzer.engine.suggest.Suggestion} and
 * {@link org.leeswijzer.engine.suggest.Reason}; then {@code Testimony} and {@code Weights}, which say what a seed counts and what
 * speaks for others because of it, with what readers said of it ({@link org.leeswijzer.engine.feedback.Voices}); {@code Selection}, which decides what of all that has evidence is shown
 * and in what order, by {@link org.leeswijzer.engine.suggest.Dials}; and {@link org.leeswijzer.engine.suggest.Explainer}, which
 * goes the same way to say why.
 *
 * <p>Rule: nothing here may depend on how few patrons there are below minBorrowers.
 */
@NullMarked
package org.leeswijzer.engine.suggest;

import org.jspecify.annotations.NullMarked;
