package org.leeswijzer.engine.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leeswijzer.engine.kinship.Traits;

/** All that the seeds are by, in and about. */
record SeedTraits(Set<String> authors, Set<String> series, Set<String> subjects) {

    /** Those of all seeds together. */
    static SeedTraits of(List<Traits> seeds) {
        Set<String> authors = new HashSet<>();
        Set<String> series = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (Traits seed : seeds) {
            authors.addAll(seed.authors().keySet());
            series.addAll(seed.series().keySet());
            subjects.addAll(seed.subjects());
        }
        return new SeedTraits(authors, series, subjects);
    }

    boolean hasAuthorOf(Traits traits) {
        return traits.authors().keySet().stream().anyMatch(authors::contains);
    }

    boolean hasSeriesOf(Traits traits) {
        return traits.series().keySet().stream().anyMatch(series::contains);
    }

    /** Which share of the subjects the seeds have too; 0 of none. */
    double shareOf(Set<String> candidate) {
        return share(candidate, subjects);
    }

    /** Which share of the first is among the second; 0 of none. */
    static double share(Set<String> subjects, Set<String> others) {
        return subjects.isEmpty()
                ? 0
                : (double) subjects.stream().filter(others::contains).count() / subjects.size();
    }
}
