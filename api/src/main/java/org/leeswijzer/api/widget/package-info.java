/**
 * What a library's own pages show of us: the custom element {@code <readers-also-borrowed>}.
 *
 * <p>Read {@link org.leeswijzer.api.widget.WidgetController}, which hands out the resources' {@code
 * widget/readers-also-borrowed.js} as it is. That one file holds the element, its styles and its words; what a reader says of a
 * suggestion will stand behind its reason, in {@code item}. Recipes for catalogues are in {@code api/integrations}.
 *
 * <p>Rules: no other file and no library of scripts, and less than 8 kB as it is sent. It asks only what everybody may ask.
 * What a catalogue says reaches the page as text, and no rule of a strict content policy has to be loosened: no style in an
 * attribute, no HTML out of strings. What is in sight does not move when it comes, or when there is nothing. Attributes,
 * parts, custom properties and events of {@code /widget/v1} only ever get more.
 */
@NullMarked
package org.leeswijzer.api.widget;

import org.jspecify.annotations.NullMarked;
