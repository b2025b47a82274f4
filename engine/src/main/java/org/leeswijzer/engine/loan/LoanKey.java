package org.leeswijzer.engine.loan;

/**
 * Which loan, within its library: 128 bits of an HMAC of the library's own loan id, since a source's loan id may be
 * made of a patron number.
 *
 * @see org.leeswijzer.engine.privacy.Pseudonymiser
 */
public record LoanKey(long high, long low) {}
