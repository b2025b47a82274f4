/**
 * What readers say of suggestions: {@code POST /v1/feedback}, and that they are heard in the next answer.
 *
 * <p>Read {@link org.leeswijzer.api.feedback.FeedbackController}, then {@link org.leeswijzer.api.feedback.TraceIds}, which seals
 * what a suggestion is of, and {@link org.leeswijzer.api.feedback.Readers}, which knows readers by pseudonym.
 *
 * <p>Rule: a reader's random id is turned into a pseudonym where it comes in, and is neither stored, published nor logged.
 */
@NullMarked
package org.leeswijzer.api.feedback;

import org.jspecify.annotations.NullMarked;
