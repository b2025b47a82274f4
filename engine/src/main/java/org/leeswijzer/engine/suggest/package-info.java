/**
 * What to read next: for a title, for a list of titles, for a patron's past loans. The API calls it, and so does the
 * evaluation: what is measured is what is served.
 *
 * <p>Read {@link org.leeswijzer.engine.suggest.Suggester}, then {@link org.leeswijzer.engine.suggest.Suggestion} and
 * {@link org.leeswijzer.engine.suggest.Reason}.
 */
@NullMarked
package org.leeswijzer.engine.suggest;

import org.jspecify.annotations.NullMarked;
