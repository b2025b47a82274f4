package org.leeswijzer.engine.kinship;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.leeswijzer.engine.catalogue.Description;

/**
 * By whom, in what series and about what, in the one form that kinship compares: "Camus, Albert, 1913-1960" and "Albert
 * Camus" are one author.
 *
 * @param authors the compared form, and how the description writes it
 * @param series likewise
 * @param subjects whole headings, in the compared form
 */
public record Traits(
        Map<String, String> authors, Map<String, String> series, Set<String> subjects) {
    public Traits {
        authors = Collections.unmodifiableMap(new LinkedHashMap<>(authors));
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        subjects = Collections.unmodifiableSet(new LinkedHashSet<>(subjects));
    }

    /** Those of one description, in its order. */
    public static Traits of(Description description) {
        return new Traits(
                same(description.authors(), Names::author),
                same(description.series(), Words::joined),
                same(description.subjects(), Words::joined).keySet());
    }

    private static Map<String, String> same(List<String> texts, UnaryOperator<String> form) {
        Map<String, String> same = new LinkedHashMap<>();
        for (String text : texts) {
            String compared = form.apply(text);
            if (!compared.isEmpty()) {
                same.putIfAbsent(compared, text);
            }
        }
        return same;
    }
}
