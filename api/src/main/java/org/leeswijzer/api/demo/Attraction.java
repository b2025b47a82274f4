package org.leeswijzer.api.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How well known each title is: Zipf's law within its genre, those of authors with many titles more often in front. */
final class Attraction {
    private static final double EXPONENT = 0.7;
    private static final double PER_TITLE_OF_THE_AUTHOR = 0.12;
    private static final int MOST_THAT_COUNT = 4;

    private final Map<String, Double> byId = new HashMap<>();

    Attraction(List<DemoTitle> catalogue, SplittableRandom random) {
        Map<String, Integer> ofAuthor = new HashMap<>();
        catalogue.forEach(title -> ofAuthor.merge(title.authors().get(0), 1, Integer::sum));
        Map<String, Double> place = new HashMap<>();
        for (DemoTitle title : catalogue) {
            int titles = ofAuthor.getOrDefault(title.authors().get(0), 1);
            int others = Math.min(MOST_THAT_COUNT, titles) - 1;
            place.put(title.id(), random.nextDouble() - PER_TITLE_OF_THE_AUTHOR * others);
        }
        List<DemoTitle> ordered = new ArrayList<>(catalogue);
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
