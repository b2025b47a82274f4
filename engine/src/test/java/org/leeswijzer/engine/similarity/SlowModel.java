package org.leeswijzer.engine.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.mahout.math.stats.LogLikelihood;

/** The model as the paper and the design say it, with maps and loops and no thought of speed. */
public final class SlowModel {
    private SlowModel() {}

    /**
     * Neighbours of every title that somebody borrowed.
     *
     * @param histories of every patron: the day of each title's latest loan
     */
    public static Map<Integer, List<Neighbour>> neighbours(
            List<Map<Integer, Integer>> histories, int minBorrowers) {
        List<Map<Integer, Integer>> patrons =
                histories.stream()
                        .map(SlowModel::mostRecent)
                        .filter(history -> !history.isEmpty())
                        .toList();
        SortedMap<Integer, List<Neighbour>> rows = new TreeMap<>();
        patrons.forEach(
                history -> history.keySet().forEach(title -> rows.put(title, new ArrayList<>())));
        for (int a : rows.keySet()) {
            for (int b : rows.keySet()) {
                if (a != b) {
                    offer(patrons, a, b, minBorrowers, rows);
                }
            }
        }
        Map<Integer, Integer> borrowers = new TreeMap<>();
        patrons.forEach(
                history ->
                        history.keySet().forEach(title -> borrowers.merge(title, 1, Integer::sum)));
        rows.replaceAll((title, row) -> kept(row, borrowers));
        return rows;
    }

    /** The hundred of highest overlap over the neighbour's borrowers, and ten more, to the power of 0.3. */
    private static List<Neighbour> kept(List<Neighbour> row, Map<Integer, Integer> borrowers) {
        Map<Neighbour, Float> weights = new HashMap<>();
        for (Neighbour neighbour : row) {
            double own = borrowers.getOrDefault(neighbour.title(), 0) + 10.0;
            double weight = 256.0 * neighbour.overlap() * StrictMath.pow(own, -0.3);
            weights.put(neighbour, (float) weight);
        }
        return row.stream()
                .sorted(
                        Comparator.<Neighbour>comparingDouble(weights::get)
                                .reversed()
                                .thenComparingInt(Neighbour::title))
                .limit(100)
                .filter(neighbour -> neighbour.score() > 0)
                .sorted(Neighbour.BEST_FIRST)
                .toList();
    }

    private static void offer(
            List<Map<Integer, Integer>> patrons,
            int a,
            int b,
            int minBorrowers,
            Map<Integer, List<Neighbour>> rows) {
        int both = 0;
        long overlap = 0;
        long onlyOrBothA = 0;
        long onlyOrBothB = 0;
        for (Map<Integer, Integer> history : patrons) {
            Integer dayA = history.get(a);
            Integer dayB = history.get(b);
            onlyOrBothA += dayA == null ? 0 : 1;
            onlyOrBothB += dayB == null ? 0 : 1;
            if (dayA != null && dayB != null) {
                both++;
                overlap += Math.round(256 * (0.2 + 0.8 * Math.exp(-Math.abs(dayA - dayB) / 90.0)));
            }
        }
        double chance = 256.0 * onlyOrBothA * onlyOrBothB / patrons.size();
        if (both < minBorrowers || overlap <= chance) {
            return;
        }
        double ratio =
                LogLikelihood.logLikelihoodRatio(
                                overlap,
                                256 * onlyOrBothA - overlap,
                                256 * onlyOrBothB - overlap,
                                256 * (patrons.size() - onlyOrBothA - onlyOrBothB) + overlap)
                        / 256;
        rows.getOrDefault(a, List.of()).add(new Neighbour(b, (float) ratio, both, overlap / 256f));
    }

    /** The 500 titles borrowed last; of one day those of the lowest numbers. */
    private static Map<Integer, Integer> mostRecent(Map<Integer, Integer> history) {
        Map<Integer, Integer> kept = new TreeMap<>();
        history.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(500)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
