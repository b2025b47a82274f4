package org.leeswijzer.engine.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** For whom a title is meant. */
public enum Audience {
    ADULT,
    YOUNG_ADULT,
    CHILDREN,
    /** The library does not say. */
    UNKNOWN;

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if there is no such audience
     */
    public static Audience parse(String text) {
        return Arrays.stream(values())
                .filter(audience -> audience.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "audience is '%s': give one of %s"
                                                .formatted(
                                                        text,
                                                        Arrays.stream(values())
                                                                .map(Audience::text)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /** As written in events and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
