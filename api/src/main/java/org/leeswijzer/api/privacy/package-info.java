/**
 * What staff do for a patron, over HTTP and on the command line: erase, opt out, opt in, and tell what is held.
 *
 * <p>Read {@code PrivacyController}, then {@link org.leeswijzer.api.privacy.PatronWords}, which takes
 * a word to the store and the event log; then {@code ReportController}, for who answers for all readers. The records whose names end in {@code Json} are requests and answers.
 *
 * <p>Rules: a patron's number comes in a body, a file or a prompt, never in a URL or an argument, which others can read; it is in
 * no answer, no log line and no message.
 */
@NullMarked
package org.leeswijzer.api.privacy;

import org.jspecify.annotations.NullMarked;
