package org.leeswijzer.ingest.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a file is written. */
public enum Format {
    /** Told by looking at how it begins. */
    AUTO,
    /** The neutral format, one JSON object per line. */
    JSONL,
    /** Any CSV with a header, by a map of columns where it has names of its own. */
    CSV,
    /** Loans as Koha has them in its tables. */
    KOHA,
    /** Loans and titles with tabs between, as Huddersfield and MOSAIC published theirs. */
    MOSAIC,
    /** Titles in ISO 2709. */
    MARC21,
    /** Titles in XML. */
    MARCXML;

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if there is no such format
     */
    public static Format parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "format is '%s': give one of %s"
                                                .formatted(
                                                        text,
                                                        Arrays.stream(values())
                                                                .map(Format::text)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /** As written on a command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
