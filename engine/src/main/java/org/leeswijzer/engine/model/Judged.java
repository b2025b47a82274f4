package org.leeswijzer.engine.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.evaluate.Measure;

/**
 * How good a version's parameters were on loans that were held out.
 *
 * @param cases so many patrons' later loans were to be foretold
 * @param figures by name, such as {@code ndcg}
 * @param above by how much its nDCG is above that of the version that served, patron by patron; null if none did
 */
public record Judged(int cases, SortedMap<String, Measure> figures, @Nullable Measure above) {
    public Judged {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }
}
