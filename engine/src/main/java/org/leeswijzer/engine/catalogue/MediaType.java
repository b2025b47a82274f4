package org.leeswijzer.engine.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a title is made to be read, heard, seen or played with. */
public enum MediaType {
    BOOK,
    FILM,
    MUSIC,
    GAME,
    AUDIOBOOK,
    EBOOK,
    PERIODICAL,
    OTHER;

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if there is no such media type
     */
    public static MediaType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "mediaType is '%s': give one of %s"
                                                .formatted(
                                                        text,
                                                        Arrays.stream(values())
                                                                .map(MediaType::text)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /**
     * What titles of one work have in common: a book, read aloud or on a screen, is the same work; a film never is the book
     * it was made of.
     */
    public MediaType form() {
        return this == AUDIOBOOK || this == EBOOK ? BOOK : this;
    }

    /** As written in events and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
