package org.leeswijzer.benchmarks.live;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.model.DirtyTitles;
import org.leeswijzer.engine.rocksdb.LoanStore;
import org.leeswijzer.engine.rocksdb.StoredModels;
import org.leeswijzer.engine.similarity.Neighbour;
import org.leeswijzer.engine.similarity.NeighbourTable;
import org.leeswijzer.engine.similarity.Scope;
import org.leeswijzer.engine.similarity.Training;

/**
 * How much the first ten neighbours that a stopped service left have in common with those that a full retrain of the same
 * loans gives.
 */
final class ListOverlap {
    private static final int FIRST = 10;
    private static final int SAMPLE = 20_000;

    private ListOverlap() {}

    /**
     * The mean over titles of which either has neighbours: those that were borrowed while it was served, and a sample of all.
     *
     * @param borrowed numbers of titles
     */
    static Map<String, Object> measure(EngineSettings settings, IntSet borrowed, long seed) {
        try (LoanStore store =
                LoanStore.open(
                        settings.store(),
                        new DirtyTitles(),
                        settings.minBorrowers(),
                        settings.keeping(),
                        true)) {
            StoredModels models = store.models();
            var loans = store.tables().get(0).loans();
            NeighbourTable full =
                    new Training(settings.minBorrowers(), settings.threads()).run(loans);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("borrowedTitles", mean(borrowed, models, full));
            figures.put("sampleOfAll", mean(sample(loans.titles(), seed), models, full));
            return figures;
        }
    }

    private static IntSet sample(int titles, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IntSet sample = new IntOpenHashSet();
        for (int i = 0; i < SAMPLE; i++) {
            sample.add(random.nextInt(titles));
        }
        return sample;
    }

    private static Map<String, Object> mean(
            IntSet titles, StoredModels models, NeighbourTable full) {
        List<Double> overlaps = new ArrayList<>();
        titles.forEach(
                title -> {
                    List<Neighbour> live = models.row(models.serving(), Scope.CONSORTIUM, title);
                    List<Neighbour> fresh = full.of(Scope.CONSORTIUM, title);
                    if (!live.isEmpty() || !fresh.isEmpty()) {
                        overlaps.add(of(live, fresh));
                    }
                });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("titles", overlaps.size());
        figures.put("meanOverlap", overlaps.stream().mapToDouble(o -> o).average().orElse(1));
        figures.put(
                "equal", overlaps.stream().mapToDouble(o -> o == 1 ? 1 : 0).average().orElse(1));
        return figures;
    }

    /** The share of the first ten of the longer list that both have. */
    static double of(List<Neighbour> one, List<Neighbour> other) {
        IntSet first = first(one);
        IntSet second = first(other);
        int longer = Math.max(first.size(), second.size());
        first.retainAll(second);
        return longer == 0 ? 1 : (double) first.size() / longer;
    }

    private static IntSet first(List<Neighbour> row) {
        IntSet titles = new IntOpenHashSet();
        row.stream().limit(FIRST).forEach(neighbour -> titles.add(neighbour.title()));
        return titles;
    }
}
