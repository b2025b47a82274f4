package org.leeswijzer.engine.suggest;

import java.util.Locale;

/** How far from what was asked for suggestions may lie. */
public enum Dial {
    /** What is nearest: first the same series, author and subjects. */
    CLOSE,
    /** In the order of the evidence alone. */
    BALANCED,
    /** What a reader would not have found: less borrowed, by others, of many subjects. */
    DISCOVER;

    /** The caps that go with it where a question names none: a discovery is not one author's shelf. */
    public Caps caps() {
        return this == DISCOVER ? new Caps(2, 1) : Caps.NONE;
    }

    /** As written in requests. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
