/**
 * What keeps a patron unknown: pseudonyms under a library's own secret, made before anything is stored or logged; and what
 * makes old loans leave, whatever the clock says.
 *
 * <p>Read {@link org.leeswijzer.engine.privacy.Pseudonymiser}, then {@link org.leeswijzer.engine.privacy.Secrets} and
 * {@link org.leeswijzer.engine.privacy.Retention}.
 */
@NullMarked
package org.leeswijzer.engine.privacy;

import org.jspecify.annotations.NullMarked;
