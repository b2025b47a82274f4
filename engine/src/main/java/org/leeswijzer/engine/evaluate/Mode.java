package org.leeswijzer.engine.evaluate;

/** What a recommender is told before it is asked; the text is the name in reports. */
public enum Mode {
    /** All that the patron borrowed before. */
    PATRON("patron"),
    /** The one title that the patron borrowed last before: the shelf on a title's page. */
    TITLE("title"),
    /** One title that nobody had borrowed before, and that the patron then did. */
    NEW_TITLE("new title"),
    /** Nothing: the patron had never borrowed before. */
    NEW_PATRON("new patron");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** As written in reports. */
    public String text() {
        return text;
    }

    /** Whether one title is told, and no patron. */
    public boolean ofOneTitle() {
        return this == TITLE || this == NEW_TITLE;
    }
}
