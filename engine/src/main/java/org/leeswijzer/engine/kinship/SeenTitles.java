package org.leeswijzer.engine.kinship;

import java.util.Objects;
import java.util.stream.IntStream;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Title;

/** The titles of a catalogue at one moment, and which are new or differ from the moment before. Immutable. */
final class SeenTitles {
    static final SeenTitles NONE = new SeenTitles(new Title[0], new int[0]);

    private final Title[] titles;
    private final int[] changed;

    private SeenTitles(Title[] titles, int[] changed) {
        this.titles = titles;
        this.changed = changed;
    }

    /** Looks again. */
    SeenTitles next(Catalogue catalogue) {
        Title[] now =
                IntStream.range(0, catalogue.size())
                        .mapToObj(catalogue::title)
                        .toArray(Title[]::new);
        int[] differ =
                IntStream.range(0, now.length)
                        .filter(i -> i >= titles.length || !Objects.equals(titles[i], now[i]))
                        .toArray();
        return new SeenTitles(now, differ);
    }

    int size() {
        return titles.length;
    }

    Title title(int number) {
        return titles[number];
    }

    /** Numbers of the titles that are new or differ, ascending; not to be changed. */
    int[] changed() {
        return changed;
    }
}
