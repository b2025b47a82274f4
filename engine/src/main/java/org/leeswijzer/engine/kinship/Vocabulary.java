package org.leeswijzer.engine.kinship;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Numbers for features, dense and never given again. Safe for use by many threads. */
final class Vocabulary {
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The numbers of features, ascending; new ones for those not seen before. */
    synchronized int[] numbers(Collection<String> features) {
        int[] found = new int[features.size()];
        int at = 0;
        for (String feature : features) {
            found[at++] = numbers.computeIfAbsent(feature, this::add);
        }
        Arrays.sort(found);
        return found;
    }

    /** The features by number. */
    synchronized String[] names() {
        return names.toArray(String[]::new);
    }

    private int add(Object feature) {
        names.add((String) feature);
        return names.size() - 1;
    }
}
