package org.leeswijzer.benchmarks.accuracy.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.history;
import static org.leeswijzer.benchmarks.accuracy.peers.DrawnLoans.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leeswijzer.engine.evaluate.Contender;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.suggest.Seed;

/** What holds of every peer under any of its settings. */
class AllPeersTest {
    private static final int TITLES = 10;

    /*
     *            title 0 1 2 3 4 5 6 7 8 9
     *   patron 0       x x x               those who read 0 read 1, and many 2
     *   patron 1       x x x
     *   patron 2       x x
     *   patron 3         x x
     *   patron 4             x x x         another taste; 4 and 5 are never told apart
     *   patron 5             x x x
     *   patron 6             x x x x
     *   patron 7                   x x
     *   nobody                         x x
     */
    private static final LoanSet LOANS =
            DrawnLoans.of(
                    row(0, 1, 2),
                    row(0, 1, 2),
                    row(0, 1),
                    row(1, 2),
                    row(3, 4, 5),
                    row(3, 4, 5),
                    row(3, 4, 5, 6),
                    row(6, 7));

    static Stream<Arguments> everyPeerAndSettings() {
        return AllPeers.with(1).stream().flatMap(AllPeersTest::withSettings);
    }

    private static <S> Stream<Arguments> withSettings(Peer<S> peer) {
        return sample(peer.settings()).stream()
                .map(
                        settings ->
                                Arguments.of(
                                        peer.name() + " " + settings,
                                        peer.learn(LOANS, TITLES, settings)));
    }

    /* All would be thousands: the first, the last and some in between. */
    private static <S> List<S> sample(List<S> all) {
        List<S> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 1 + all.size() / 4) {
            some.add(all.get(i));
        }
        some.add(all.get(all.size() - 1));
        return some.stream().distinct().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPeerAndSettings")
    void suggestsNoTitleTwiceNoneOfTheHistoryAndNoneThatNobodyBorrowed(
            String name, Recommender peer) {
        for (List<Seed> patron : LOANS.patrons()) {
            assertThat(peer.recommend(patron, TITLES))
                    .doesNotHaveDuplicates()
                    .doesNotContain(8, 9)
                    .doesNotContainAnyElementsOf(patron.stream().map(Seed::title).toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPeerAndSettings")
    void aShorterListIsTheHeadOfALongerOne(String name, Recommender peer) {
        for (List<Seed> patron : LOANS.patrons()) {
            List<Integer> all = peer.recommend(patron, TITLES);
            for (int limit = 1; limit <= TITLES; limit++) {
                assertThat(peer.recommend(patron, limit))
                        .isEqualTo(all.subList(0, Math.min(limit, all.size())));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPeerAndSettings")
    void ofTitlesThatAreNeverToldApartTheLowerNumberComesFirst(String name, Recommender peer) {
        for (List<Seed> patron : LOANS.patrons()) {
            List<Integer> list = peer.recommend(patron, TITLES);
            if (list.contains(4) && list.contains(5)) {
                assertThat(list.indexOf(5)).isEqualTo(list.indexOf(4) + 1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPeerAndSettings")
    void aHistoryThatSaysNothingIsAnswered(String name, Recommender peer) {
        assertThat(peer.recommend(List.of(), 3)).hasSizeLessThanOrEqualTo(3);
        assertThat(peer.recommend(history(0, 8), 3)).hasSizeLessThanOrEqualTo(3).doesNotContain(8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPeerAndSettings")
    void whatNobodyBorrowedChangesNothingElse(String name, Recommender peer) {
        if (!name.startsWith("RankSys kNN of patrons") && !name.startsWith("VMIS-kNN")) {
            assertThat(peer.recommend(history(0, 0, 8, 1), 3))
                    .isEqualTo(peer.recommend(history(0, 0, 1), 3));
        }
    }

    @Test
    void everyPeerButTheSimplestSuggestsWhatOthersOfOneTasteBorrowed() {
        LoanSet loans =
                DrawnLoans.of(
                        row(0, 1, 2, 3),
                        row(0, 1, 2, 3),
                        row(0, 1, 2, 3),
                        row(0, 1, 2),
                        row(4, 5, 6, 7),
                        row(4, 5, 6, 7),
                        row(4, 5, 6, 7),
                        row(4, 5, 6, 7),
                        row(4, 5, 6, 7),
                        row(4, 5, 6));
        for (Contender peer : AllPeers.contenders(8, 1)) {
            if (!peer.name().equals("most borrowed")) {
                assertThat(peer.train().apply(loans).recommend(history(0, 0, 1, 2), 1))
                        .as(peer.name())
                        .containsExactly(3);
            }
        }
    }
}
