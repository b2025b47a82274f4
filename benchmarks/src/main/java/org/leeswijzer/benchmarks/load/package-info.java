/**
 * How long a catalogue front-end waits for an answer, and whether that keeps to a budget.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.load.LoadTest} (the command), {@link org.leeswijzer.benchmarks.load.OpenLoop}
 * (requests leave when they are due, whatever became of those before), {@link org.leeswijzer.benchmarks.load.Mix} (what is
 * asked) and {@link org.leeswijzer.benchmarks.load.Budget}.
 *
 * <p>Only this machine is ever asked, for a bounded time.
 */
@NullMarked
package org.leeswijzer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
