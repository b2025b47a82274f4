/**
 * What is borrowed most, and what is borrowed more than before, in a library or in all together and within a period.
 *
 * <p>Read {@link org.leeswijzer.engine.popular.PopularTitles}, then {@link org.leeswijzer.engine.popular.Popular} and
 * {@code Counts}, which says what is counted and how the two orders are made of it.
 *
 * <p>Rules: a patron counts once per title, on the day of their latest loan of it. Nothing here depends on how few patrons
 * there are below minBorrowers, and what was removed since it was counted is taken off before anything is shown.
 */
@NullMarked
package org.leeswijzer.engine.popular;

import org.jspecify.annotations.NullMarked;
