package org.leeswijzer.engine.feedback;

import java.util.Arrays;
import java.util.Optional;

/** What a reader thinks of a suggestion; the text is its name in requests and in the event log. */
public enum Opinion {
    /** A good suggestion. */
    GOOD("good"),
    /** Not for this reader. */
    NOT_FOR_ME("notForMe"),
    /** The reader has read it: no judgement on the suggestion, but not to be made again. */
    ALREADY_READ("alreadyRead");

    private final String text;

    Opinion(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The opinion of that name; empty if there is none. */
    public static Optional<Opinion> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** Whether the title is left out of what this reader is suggested from now on. */
    public boolean declines() {
        return this != GOOD;
    }

    /** Whether it says how good the suggestion is, to be counted for others. */
    public boolean judges() {
        return this != ALREADY_READ;
    }
}
