/**
 * What happens when things break: real brokers and real child processes are killed, starved and lied to, and in the end the
 * store has to be that of a process to which nothing happened.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.fault.FaultSuite} (the command), then {@link org.leeswijzer.benchmarks.fault.Fault}
 * and the classes that implement it, one per fault. {@code Ground} is what they share: {@code ChildService} the service,
 * {@code SeededLoans} what is published, {@code Undisturbed} what it has to come to, {@code Search} what no log may hold.
 *
 * <p>Rule: whatever is drawn is drawn from the seed of the {@link org.leeswijzer.benchmarks.fault.Scale}; when a process ends
 * within its moment is all that differs from run to run.
 */
@NullMarked
package org.leeswijzer.benchmarks.fault;

import org.jspecify.annotations.NullMarked;
