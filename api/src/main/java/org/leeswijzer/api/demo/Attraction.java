package org.leeswijzer.api.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much each title is asked for: Zipf's law within its genre. The best known are in front, those of authors with many
 * titles next, and chance does the rest.
 */
final class Attraction {
    private static final double EXPONENT = 0.55;
    private static final double PER_TITLE_OF_THE_AUTHOR = 0.06;
    private static final int MOST_THAT_COUNT = 4;

    private final Map<String, Double> byId = new HashMap<>();

    Attraction(DemoCatalogue catalogue, SplittableRandom random) {
        List<DemoTitle> titles = catalogue.titles();
        Map<String, Integer> ofAuthor = new HashMap<>();
        titles.forEach(title -> ofAuthor.merge(title.authors().get(0), 1, Integer::sum));
        Map<String, Double> place = new HashMap<>();
        for (DemoTitle title : titles) {
            int count = ofAuthor.getOrDefault(title.authors().get(0), 1);
            int others = Math.min(MOST_THAT_COUNT, count) - 1;
            place.put(
                    title.id(),
                    random.nextDouble()
                            - PER_TITLE_OF_THE_AUTHOR * others
                            - (catalogue.isBestKnown(title) ? 1 : 0));
        }
        List<DemoTitle> ordered = new ArrayList<>(titles);
        ordered.sort(Comparator.comparing(title -> place.get(title.id())));
        Map<String, Integer> rank = new HashMap<>();
        for (DemoTitle title : ordered) {
            byId.put(
                    title.id(),
                    StrictMath.pow(rank.merge(title.genre(), 1, Integer::sum), -EXPONENT));
        }
    }

    /** 1 for the best known of its genre, less for every other; 0 for one that is not in the catalogue. */
    double of(DemoTitle title) {
        return byId.getOrDefault(title.id(), 0.0);
    }
}
