/**
 * Any set of loans, in CSV files as somebody happens to have them, made into what an evaluation judges by.
 *
 * <p>Read {@link org.leeswijzer.ingest.loanset.LoanSetReader} first; {@link org.leeswijzer.ingest.loanset.LoanSetFiles} says
 * what it is given and {@link org.leeswijzer.ingest.loanset.ReadLoanSet} what it makes. {@code Field} knows the fields and
 * what their columns are usually called, {@link org.leeswijzer.ingest.loanset.Mapping} what somebody says they are called,
 * {@code Layout} brings both to a file; {@code LoanTimes} reads times.
 *
 * <p>Rules: forgiving in form, exact in meaning. What is guessed is told; what cannot be read is counted, and the first of it
 * shown with line, field, value and remedy, never with a patron's value.
 */
@NullMarked
package org.leeswijzer.ingest.loanset;

import org.jspecify.annotations.NullMarked;
