/**
 * Which records are editions of one work: by what their catalogues say, and by what staff decided.
 *
 * <p>Read {@link org.leeswijzer.engine.works.LinkKey} (what records may have in common), then
 * {@link org.leeswijzer.engine.works.Likeness} (whether having it in common makes them one work) and
 * {@link org.leeswijzer.engine.works.Decisions} (staff have the last word), and last
 * {@link org.leeswijzer.engine.works.Grouping}, which puts them together.
 *
 * <p>Rule: works are a function of the records that are held, the decisions that were made and the setting for languages,
 * and of nothing else: neither of the order in which they came nor of how often.
 */
@NullMarked
package org.leeswijzer.engine.works;

import org.jspecify.annotations.NullMarked;
