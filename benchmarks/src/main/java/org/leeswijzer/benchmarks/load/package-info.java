/**
 * How long a catalogue front-end waits for an answer, and whether that keeps to a budget.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.load.LoadTest} (the command), {@link org.leeswijzer.benchmarks.load.OpenLoop}
 * (requests leave when they are due, whatever became of those before), {@code Schedule} (when that is), {@code Mix} (what
 * is asked) and {@code Budget}.
 *
 * <p>Only this machine is ever asked; how many requests there are is known beforehand, and none waits longer than a few
 * seconds. What was not sent or not answered counts as failed, and a sender that is late says so.
 */
@NullMarked
package org.leeswijzer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
