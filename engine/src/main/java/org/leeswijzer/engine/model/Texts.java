package org.leeswijzer.engine.model;

/** The bounds of what people write of a version. */
final class Texts {
    static final int LONGEST_NAME = 100;
    static final int LONGEST_REASON = 500;

    private Texts() {}

    /** @throws ModelRefusal if the text is blank, too long or has a control character */
    static String check(String field, String text, int longest) {
        if (text.isBlank()
                || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new ModelRefusal(
                    ModelRefusal.Why.BAD_VALUE,
                    "%s is %s: give 1 to %d characters on one line"
                            .formatted(
                                    field,
                                    text.isBlank()
                                            ? "blank"
                                            : "not such a text (" + text.length() + " characters)",
                                    longest));
        }
        return text;
    }
}
