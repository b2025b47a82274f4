/**
 * What keeps a patron unknown: pseudonyms under a library's own secret, made before anything is stored or logged; what makes
 * old loans leave, whatever the clock says; and what is told of what is held.
 *
 * <p>Read {@link org.leeswijzer.engine.privacy.Pseudonymiser}, then {@link org.leeswijzer.engine.privacy.Secrets},
 * {@link org.leeswijzer.engine.privacy.SecretRotation}, which gives a library a new one, and {@link
 * org.leeswijzer.engine.privacy.KnownDay}; then {@link org.leeswijzer.engine.privacy.Privacy}, which answers a patron who
 * asks, and makes a {@link org.leeswijzer.engine.privacy.PrivacyReport}. No number below minBorrowers leaves here.
 */
@NullMarked
package org.leeswijzer.engine.privacy;

import org.jspecify.annotations.NullMarked;
