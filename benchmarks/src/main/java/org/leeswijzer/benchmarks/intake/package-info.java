/**
 * How fast loans come in: live from the event log, and in bulk from a file.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.intake.LiveIngest} (the command), then {@code MixedLoans} (what is published) and
 * {@code RawPoll} (what the consumer of Kafka does when nothing is made of its records). {@link org.leeswijzer.benchmarks.intake.BulkImport} is for itself.
 */
@NullMarked
package org.leeswijzer.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
