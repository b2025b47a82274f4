/**
 * The API for programs, version 1: one controller per resource, whose javadoc is its documentation.
 *
 * <p>Read {@link org.leeswijzer.api.http.TitleSuggestionsController} and {@link
 * org.leeswijzer.api.http.ListSuggestionsController} first; {@code Lookup} finds what a request names, {@code Answers}
 * makes JSON with a tag that caches can compare, and {@link org.leeswijzer.api.http.Problem} is the one shape of every error.
 * Each suggestion has a traceId, by which {@link org.leeswijzer.api.feedback} hears what readers think of it. The records whose names end in {@code Json} are the answers, field by field.
 *
 * <p>Rules: fields are only ever added; what there are few of is a bucket and never a count; a problem names the value, the
 * field and the remedy.
 */
@NullMarked
package org.leeswijzer.api.http;

import org.jspecify.annotations.NullMarked;
