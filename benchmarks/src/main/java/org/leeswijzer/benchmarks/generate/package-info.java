/**
 * Loans that nobody made, for measuring at sizes that no library lends out: the same for the same seed, everywhere.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.generate.LoanGenerator} (who borrows what, and when), then
 * {@link org.leeswijzer.benchmarks.generate.GeneratedTitles} (what a catalogue says of the titles) and
 * {@link org.leeswijzer.benchmarks.generate.GenerateLoans} (the command that writes both as files to import).
 */
@NullMarked
package org.leeswijzer.benchmarks.generate;

import org.jspecify.annotations.NullMarked;
