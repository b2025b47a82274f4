package org.leeswijzer.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.leeswijzer.benchmarks.accuracy.peers.AllPeers;
import org.leeswijzer.benchmarks.accuracy.peers.Choice;
import org.leeswijzer.benchmarks.accuracy.peers.Peer;
import org.leeswijzer.engine.evaluate.Bootstrap;
import org.leeswijzer.engine.evaluate.Evaluation;
import org.leeswijzer.engine.evaluate.Judge;
import org.leeswijzer.engine.evaluate.Judgement;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.evaluate.Score;
import org.leeswijzer.engine.evaluate.Split;
import org.leeswijzer.engine.evaluate.Tuning;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.ingest.loanset.ReadLoanSet;

/**
 * The delivered suggester and all peers on one set of loans: the same split, the same cases, the same figures.
 *
 * @param lines the peers first, then the delivered suggester at each floor
 */
record PeerComparison(ReadLoanSet set, List<Line> lines) {
    /** The delivered suggester is measured with no floor, as the peers have none, and with the one it is delivered with. */
    private static final int[] MIN_BORROWERS = {1, 3};

    PeerComparison {
        lines = List.copyOf(lines);
    }

    /**
     * One model.
     *
     * @param minBorrowers empty for a peer
     * @param choice what was tried and chosen; empty if there was nothing to choose
     * @param seconds of choosing, learning and answering together
     */
    record Line(
            String model,
            Optional<Integer> minBorrowers,
            Judgement judgement,
            Optional<Choice<?>> choice,
            double seconds) {}

    /**
     * Measures all of them, one after the other.
     *
     * @param each is told of every model as soon as it is measured
     */
    static PeerComparison measure(ReadLoanSet set, int threads, Consumer<Line> each) {
        Split split = Split.of(set.loans());
        Judge judge = new Judge(split, set.catalogue().size(), threads);
        List<Line> lines = new ArrayList<>();
        for (Peer<?> peer : AllPeers.with(threads)) {
            lines.add(peer(peer, set, split, judge, threads));
            each.accept(lines.get(lines.size() - 1));
        }
        KinshipIndex kinship = KinshipIndex.build(set.catalogue(), threads);
        for (int minBorrowers : MIN_BORROWERS) {
            lines.add(delivered(set, kinship, split, minBorrowers, threads));
            each.accept(lines.get(lines.size() - 1));
        }
        return new PeerComparison(set, lines);
    }

    private static Line peer(Peer<?> peer, ReadLoanSet set, Split split, Judge judge, int threads) {
        long begin = System.nanoTime();
        Choice<?> choice = Choice.of(peer, split.training(), set.catalogue().size(), threads);
        Judgement judgement = judge.judge(choice.recommender());
        return new Line(
                peer.name(),
                Optional.empty(),
                judgement,
                choice.tried().isEmpty() ? Optional.empty() : Optional.of(choice),
                since(begin));
    }

    private static Line delivered(
            ReadLoanSet set, KinshipIndex kinship, Split split, int minBorrowers, int threads) {
        long begin = System.nanoTime();
        Blend blend =
                Tuning.tune(set.catalogue(), kinship, split.training(), minBorrowers, threads);
        Judgement judgement =
                new Evaluation(set.catalogue(), kinship, split, minBorrowers, threads).judge(blend);
        return new Line(
                "Leeswijzer", Optional.of(minBorrowers), judgement, Optional.empty(), since(begin));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The nDCG of the delivered suggester over that of every peer, by its floor and then by peer; over the same cases. */
    Map<String, Map<String, Measure>> ratios(Bootstrap bootstrap) {
        Map<String, Map<String, Measure>> ratios = new LinkedHashMap<>();
        for (Line delivered : lines) {
            delivered
                    .minBorrowers()
                    .ifPresent(
                            floor ->
                                    ratios.put(
                                            "minBorrowers " + floor,
                                            overPeers(delivered.judgement(), bootstrap)));
        }
        return ratios;
    }

    private Map<String, Measure> overPeers(Judgement delivered, Bootstrap bootstrap) {
        Map<String, Measure> ratios = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.minBorrowers().isEmpty()) {
                ratios.put(line.model(), bootstrap.ratio(ndcg(delivered), ndcg(line.judgement())));
            }
        }
        return ratios;
    }

    private static double[] ndcg(Judgement judgement) {
        return judgement.scores().stream().mapToDouble(Score::ndcg).toArray();
    }
}
