/**
 * Pages for readers.
 *
 * <p>Read {@link org.leeswijzer.api.page.PageController}, which hands out what stands in the resources' {@code page}
 * folder: one page that searches the catalogue and shows a title with its shelf, from the same API that everybody uses.
 *
 * <p>Rules: no script, style or font from elsewhere, and none inside the page, so that a strict content policy holds.
 */
@NullMarked
package org.leeswijzer.api.page;

import org.jspecify.annotations.NullMarked;
