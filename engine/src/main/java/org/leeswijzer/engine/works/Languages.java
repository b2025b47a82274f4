package org.leeswijzer.engine.works;

import java.util.Locale;

/** Whether a work and its translations are one. */
public enum Languages {
    /** Readers of all translations count for one work. */
    TOGETHER,
    /** What is written in another language is another work, as readers of it are others. */
    APART;

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Languages parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "together" -> TOGETHER;
            case "apart" -> APART;
            default ->
                    throw new IllegalArgumentException(
                            "languages is '%s': give together or apart".formatted(text));
        };
    }

    /** As written in settings. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
