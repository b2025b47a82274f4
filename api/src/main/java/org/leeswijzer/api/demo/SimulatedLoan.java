package org.leeswijzer.api.demo;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One line of the neutral format: a loan that nobody made.
 *
 * @param loanedAt a day, as {@code 2025-03-01}
 */
@Serdeable
record SimulatedLoan(String library, String loanId, String patron, String title, String loanedAt) {}
