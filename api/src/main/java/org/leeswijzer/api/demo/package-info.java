/**
 * The demo: a catalogue of real titles, patrons who do not exist, and all that it takes to try the service on them.
 *
 * <p>Read {@link org.leeswijzer.api.demo.Demo} first, which runs it. {@link org.leeswijzer.api.demo.DemoCatalogue} reads
 * the titles; {@link org.leeswijzer.api.demo.DemoLibrary} says who holds which; {@link
 * org.leeswijzer.api.demo.SimulatedPatrons} borrows them. One patron is a {@code Taste}, which says what is liked, and
 * {@code Borrowing}, which says what is taken home when; {@code Attraction} and {@code FollowUps} say the same of titles. {@link
 * org.leeswijzer.api.demo.DemoCopies} says what stands on the shelves after that.
 *
 * <p>Rules: the titles are real and the borrowing is simulated, and whoever shows it says so. The same seed, number of
 * patrons and last day give the same loans on every machine: chance comes from {@link java.util.SplittableRandom} alone,
 * and no result hangs on the order of a hash.
 */
@NullMarked
package org.leeswijzer.api.demo;

import org.jspecify.annotations.NullMarked;
