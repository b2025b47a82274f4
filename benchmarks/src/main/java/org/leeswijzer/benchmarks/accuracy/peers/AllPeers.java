package org.leeswijzer.benchmarks.accuracy.peers;

import java.util.List;

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
}
