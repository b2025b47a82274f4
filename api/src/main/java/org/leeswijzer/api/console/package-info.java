/**
 * The console for staff below {@code /staff}: the model's life, imports, dead letters, works and privacy, as pages.
 *
 * <p>Read {@code ConsoleFilter}, which asks {@code StaffDoor} for whom a page is and finds the {@link
 * org.leeswijzer.api.console.Session}; then {@link org.leeswijzer.api.console.Visit}, which every controller is given,
 * {@code Pages}, which fills a template, and {@code OverviewController}. The templates are in {@code src/main/jte}, one for a
 * page, and become Java when this is built. {@link org.leeswijzer.api.console.Said} is how the engine's own sentences get
 * into a Dutch page.
 *
 * <p>Rules: a page is HTML that works without a script; htmx only brings what moves. A form is read through {@code Form}, which
 * refuses it without the session's own token. What a form does is told on the page that comes next. Every text stands beside
 * its translation. Nothing of a patron is shown, kept on disk or logged.
 */
@NullMarked
package org.leeswijzer.api.console;

import org.jspecify.annotations.NullMarked;
