package org.leeswijzer.api.demo;

import io.micronaut.serde.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The demo's titles, in the order of their files, which is that of the series too. */
final class DemoCatalogue {
    private static final List<String> FILES =
            List.of("titles-dutch.jsonl", "titles-world.jsonl", "titles-more.jsonl");

    private final List<DemoTitle> titles;

    DemoCatalogue(List<DemoTitle> titles) {
        this.titles = List.copyOf(titles);
    }

    /** The catalogue that comes with the program. */
    static DemoCatalogue read() {
        List<DemoTitle> titles = new ArrayList<>();
        ObjectMapper json = ObjectMapper.getDefault();
        for (String file : FILES) {
            try (BufferedReader lines = open("/demo/" + file)) {
                String line = lines.readLine();
                while (line != null) {
                    titles.add(json.readValue(line, DemoTitle.class));
                    line = lines.readLine();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("demo file %s cannot be read".formatted(file), e);
            }
        }
        return new DemoCatalogue(titles);
    }

    private static BufferedReader open(String resource) {
        InputStream in = DemoCatalogue.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the jar: build it anew");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    List<DemoTitle> titles() {
        return titles;
    }

    /** The titles that the library holds. */
    List<DemoTitle> heldBy(DemoLibrary library) {
        return titles.stream().filter(library::holds).toList();
    }
}
