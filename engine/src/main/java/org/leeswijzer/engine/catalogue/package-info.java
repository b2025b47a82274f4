/**
 * The titles that libraries hold: what they are, who holds them, and by which outside ids they are found.
 *
 * <p>A library sends a {@link org.leeswijzer.engine.catalogue.TitleRecord}; records of one work are gathered under one
 * {@link org.leeswijzer.engine.catalogue.Title}, whose number is that of the first of its editions; which records those are is told in
 * {@code engine.works}. Outside ids live at the edges, numbers inside;
 * {@link org.leeswijzer.engine.catalogue.Catalogue} leads from the one to the other. It also knows the {@link
 * org.leeswijzer.engine.catalogue.Copies} of a record, where its library tells how they stand.
 */
@NullMarked
package org.leeswijzer.engine.catalogue;

import org.jspecify.annotations.NullMarked;
