package org.leeswijzer.api.command;

import org.leeswijzer.api.privacy.WordJson;

/** What came of a patron's word, in one sentence. */
final class WordText {
    private WordText() {}

    static String of(WordJson word) {
        return switch (word.outcome()) {
            case "forgotten" -> "What was held is gone" + (word.published() ? here() : ".");
            case "heard" ->
                    "Nothing was held; the word is kept" + (word.published() ? here() : ".");
            case "repeated" -> "That was known already; nothing is changed.";
            default -> "Published: every service that reads the event log hears it there.";
        };
    }

    private static String here() {
        return " here, and who reads the event log hears it there.";
    }
}
