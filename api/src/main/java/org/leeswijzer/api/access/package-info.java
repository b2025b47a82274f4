/**
 * Who may do what, and how often.
 *
 * <p>Read {@code RouteTable} first: every route with who may call it. {@code AccessFilter} holds each request against it:
 * {@code FrontEndKeys} and {@code StaffTokens} know keys and tokens by their hashes, {@code IssuerTokens} those of an OIDC
 * issuer, {@code RateLimit} counts and {@code AllowanceFilter} says what is left, {@code Logins} lets
 * staff in for longer than a request, also at the issuer's {@code IssuerForm}, and {@code NoLogin} lets whoever tries the service out on one machine do without.
 *
 * <p>Rules: what is not in the table is refused; a key, a token or an address is never logged, counted or quoted; what readers
 * ask costs no more than a hash.
 */
@NullMarked
package org.leeswijzer.api.access;

import org.jspecify.annotations.NullMarked;
