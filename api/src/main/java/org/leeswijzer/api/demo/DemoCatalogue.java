package org.leeswijzer.api.demo;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The demo's titles, in the order of their files, which is that of the series too. */
final class DemoCatalogue {
    private static final List<String> FILES =
            List.of("titles-dutch.jsonl", "titles-world.jsonl", "titles-more.jsonl");

    private final List<DemoTitle> titles;
    private final Set<String> bestKnown;

    private DemoCatalogue(List<DemoTitle> titles, Set<String> bestKnown) {
        this.titles = List.copyOf(titles);
        this.bestKnown = bestKnown;
    }

    /** The catalogue that comes with the program. */
    static DemoCatalogue read() {
        List<DemoTitle> titles = new ArrayList<>();
        ObjectMapper json = ObjectMapper.getDefault();
        for (String file : FILES) {
            for (String line : lines(file)) {
                titles.add(title(json, file, line));
            }
        }
        return new DemoCatalogue(titles, Set.copyOf(lines("best-known.txt")));
    }

    private static DemoTitle title(ObjectMapper json, String file, String line) {
        try {
            return json.readValue(line, DemoTitle.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " has a line that is no title: " + line, e);
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = DemoCatalogue.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar: build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    List<DemoTitle> titles() {
        return titles;
    }

    /** The titles that the library holds. */
    List<DemoTitle> heldBy(DemoLibrary library) {
        return titles.stream().filter(library::holds).toList();
    }

    /** What both libraries send of their catalogues, title by title. */
    Stream<CatalogueLine> records() {
        return titles.stream()
                .flatMap(
                        title ->
                                Arrays.stream(DemoLibrary.values())
                                        .filter(library -> library.holds(title))
                                        .map(library -> CatalogueLine.of(library, title)));
    }

    /** Whether it is one of those that nearly everyone has heard of. */
    boolean isBestKnown(DemoTitle title) {
        return bestKnown.contains(title.id());
    }
}
