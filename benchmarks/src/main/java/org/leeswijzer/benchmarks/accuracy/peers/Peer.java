package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.List;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

/**
 * A way to suggest titles that a library could choose instead.
 *
 * @param <S> its settings: a record, so that it can be told what was tried and what was chosen
 */
public interface Peer<S> {

    /** As it is called in tables and result files. */
    String name();

    /** The settings to choose from, at least one; of equally good ones the first is chosen. */
    List<S> settings();

    /**
     * Learns from loans.
     *
     * @param loans all that may be learned from
     * @param titles above every title number
     * @return safe for use by many threads
     */
    Recommender learn(LoanSet loans, int titles, S settings);
}
