/**
 * What keeps a patron unknown: pseudonyms under a library's own secret, made before anything is stored or logged.
 *
 * <p>Read {@link org.leeswijzer.engine.privacy.Pseudonymiser}, then {@link org.leeswijzer.engine.privacy.Secrets}.
 */
@NullMarked
package org.leeswijzer.engine.privacy;

import org.jspecify.annotations.NullMarked;
