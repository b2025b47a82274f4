package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.history;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;

class ChoiceTest {
    private static final LoanSet TRAINING =
            DrawnLoans.of(row(0, 1, 2), row(1, 0, 2), row(0, 1, 3), row(4));

    /** Suggests one title for all, the one it is set to, and notes what it learned from. */
    private static final class OneTitle implements Peer<Integer> {
        private final List<LoanSet> learned = new ArrayList<>();
        private final List<Integer> settings;

        OneTitle(Integer... settings) {
            this.settings = List.of(settings);
        }

        @Override
        public String name() {
            return "one title";
        }

        @Override
        public List<Integer> settings() {
            return settings;
        }

        @Override
        public Recommender learn(LoanSet loans, int titles, Integer settings) {
            learned.add(loans);
            return (history, limit) -> List.of(settings);
        }
    }

    @Test
    void choosesWhatForetellsTheEndOfTheTraining() {
        Choice<Integer> choice = Choice.of(new OneTitle(3, 2, 4), TRAINING, 5, 1);
        assertThat(choice.chosen()).isEqualTo(2);
        assertThat(choice.tried())
                .extracting(Choice.Trial::ndcg)
                .containsExactly(1.0 / 3, 2.0 / 3, 0.0);
        assertThat(choice.recommender().recommend(history(0, 0), 1)).containsExactly(2);
    }

    @Test
    void triesOnAPartThatIsHeldOutAndThenLearnsFromAll() {
        OneTitle peer = new OneTitle(3, 2);
        Choice.of(peer, TRAINING, 5, 1);
        LoanSet withoutTheEnd = DrawnLoans.of(row(0, 1), row(1, 0), row(0, 1), row(4));
        assertThat(peer.learned).containsExactly(withoutTheEnd, withoutTheEnd, TRAINING);
    }

    @Test
    void ofEquallyGoodSettingsTheFirstIsChosenAndOfOneNothingIsTried() {
        LoanSet even = DrawnLoans.of(row(0, 1, 2), row(0, 1, 3));
        assertThat(Choice.of(new OneTitle(3, 2), even, 5, 1).chosen()).isEqualTo(3);
        assertThat(Choice.of(new OneTitle(2, 3), even, 5, 1).chosen()).isEqualTo(2);
        assertThat(Choice.of(new OneTitle(4), even, 5, 1).tried()).isEmpty();
    }
}
