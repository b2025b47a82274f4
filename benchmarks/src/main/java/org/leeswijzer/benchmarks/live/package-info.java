/**
 * How soon a loan is seen in what is suggested, and how close lists that follow the loans stay to those of a full retrain.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.live.LiveRefresh} (the command), {@code LiveLoans} (loans that the store has and
 * others that come), {@code LiveStore} (the store to begin with), {@code Feed} (publishes each loan when it is due),
 * {@code Probes} (ask until an answer changes) and {@code ListOverlap}.
 *
 * <p>The service is the one that is delivered, in a process of its own with a real broker; only this machine is ever asked.
 */
@NullMarked
package org.leeswijzer.benchmarks.live;

import org.jspecify.annotations.NullMarked;
