package org.leeswijzer.api.reference;

import java.util.ArrayList;
import java.util.List;

/** Descriptions as the document has them, where code stands between backquotes. */
public final class Prose {
    private Prose() {}

    /** A piece of a description. */
    public record Part(String text, boolean isCode) {}

    /** The pieces in their order. */
    public static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        boolean isCode = false;
        for (String each : text.split("`", -1)) {
            if (!each.isEmpty()) {
                parts.add(new Part(each, isCode));
            }
            isCode = !isCode;
        }
        return parts;
    }
}
