package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.List;
import org.leeswijzer.engine.evaluate.Contender;

/** The peers, in the order of the table. */
public final class AllPeers {
    private AllPeers() {}

    /**
     * A new one of each.
     *
     * @param threads for those that can learn with several
     */
    public static List<Peer<?>> with(int threads) {
        return List.of(
                new MostBorrowed(),
                new SharedBorrowers(),
                new Taste(threads),
                new RankSysTitles(),
                new RankSysPatrons(),
                new Rp3Beta(),
                new ImplicitAls(threads),
                new Ease(),
                new VmisKnn());
    }

    /**
     * All of them as an evaluation takes them: each is tuned on a part of whatever training it is given.
     *
     * @param titles above every title number
     */
    public static List<Contender> contenders(int titles, int threads) {
        return with(threads).stream().map(peer -> contender(peer, titles, threads)).toList();
    }

    private static Contender contender(Peer<?> peer, int titles, int threads) {
        return new Contender(
                peer.name(), training -> Choice.of(peer, training, titles, threads).recommender());
    }
}
