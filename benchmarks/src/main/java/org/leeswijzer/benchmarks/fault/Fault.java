package org.leeswijzer.benchmarks.fault;

import java.io.IOException;

/** One way in which things break, and what has to be true afterwards. */
interface Fault {
    /** In a few words. */
    String name();

    /**
     * Breaks things.
     *
     * @return the figures of it
     * @throws BrokenException if afterwards something is not as it has to be
     */
    Outcome run(Ground ground) throws IOException, InterruptedException;
}
