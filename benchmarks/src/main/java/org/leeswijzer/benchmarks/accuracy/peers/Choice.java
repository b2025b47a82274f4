package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leeswijzer.engine.evaluate.Judge;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.evaluate.Split;

/**
 * A peer with the settings that did best where it could be tried.
 *
 * @param recommender has learned from all of the training with those settings
 * @param chosen the settings
 * @param tried all settings and how good each was, in the order tried
 */
public record Choice<S>(Recommender recommender, S chosen, List<Trial<S>> tried) {

    public Choice {
        tried = List.copyOf(tried);
    }

    /**
     * How good one choice of settings was.
     *
     * @param ndcg mean over the patrons of the validation
     */
    public record Trial<S>(S settings, double ndcg) {}

    /**
     * Tries all settings of a peer on a split of the training, then lets it learn from the whole training with the best.
     *
     * @param training all that may be learned from: the part held out here comes from it, and nothing else is looked at
     */
    public static <S> Choice<S> of(Peer<S> peer, LoanSet training, int titles, int threads) {
        Split validation = Split.of(training);
        Judge judge = new Judge(validation, titles, threads);
        List<Trial<S>> tried = new ArrayList<>();
        if (peer.settings().size() > 1) {
            for (S settings : peer.settings()) {
                Recommender recommender = peer.learn(validation.training(), titles, settings);
                tried.add(new Trial<>(settings, judge.judge(recommender).score().ndcg()));
            }
        }
        S chosen =
                tried.stream()
                        // Of equals the first: max would take the last.
                        .min(Comparator.comparingDouble(trial -> -trial.ndcg()))
                        .map(Trial::settings)
                        .orElse(peer.settings().get(0));
        return new Choice<>(peer.learn(training, titles, chosen), chosen, tried);
    }
}
