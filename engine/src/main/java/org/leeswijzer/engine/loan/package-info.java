/**
 * What a library tells us: loans, patrons to forget, titles and items, each as a value that is checked when made.
 *
 * <p>Read {@link org.leeswijzer.engine.loan.Library} and {@link org.leeswijzer.engine.loan.LibraryEvent} first, then
 * {@link org.leeswijzer.engine.loan.EventBatch}, the unit in which events and the offsets they came from are stored, and
 * {@link org.leeswijzer.engine.loan.Promise}, what is made of a patron's words, and {@link org.leeswijzer.engine.loan.Retention}, for how long
 * loans are held.
 *
 * <p>No type here can hold a library's own patron number: {@link org.leeswijzer.engine.loan.PatronKey} is all there is.
 */
@NullMarked
package org.leeswijzer.engine.loan;

import org.jspecify.annotations.NullMarked;
