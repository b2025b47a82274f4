/**
 * Pages for readers.
 *
 * <p>Read {@link org.leeswijzer.api.page.PageController}, which hands out what stands in the resources' {@code page}
 * folder: one page that searches the catalogue and shows a title with its shelves, from the same API that everybody uses.
 * In that folder begin with {@code leeswijzer.js}; {@code place.js} says which addresses there are, and {@code start.js},
 * {@code results.js}, {@code title.js} and {@code mine.js} hold a view each.
 *
 * <p>Rules: no script, style or font from elsewhere, and none inside the page, so that a strict content policy holds. The
 * scripts are put together by {@code Scripts} as they are, so nothing has to be built and nothing is fetched for it. What a catalogue says reaches
 * the page as text, never as HTML. A reader's list stays in the browser.
 */
@NullMarked
package org.leeswijzer.api.page;

import org.jspecify.annotations.NullMarked;
