/**
 * How fast loans come in from the event log.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.intake.LiveIngest} (the command), then {@code MixedLoans} (what is published) and
 * {@code RawPoll} (what the consumer of Kafka does when nothing is made of its records).
 */
@NullMarked
package org.leeswijzer.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
