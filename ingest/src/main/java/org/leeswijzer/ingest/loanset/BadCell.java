package org.leeswijzer.ingest.loanset;

/** A row cannot be read. The message ends with the remedy. Thrown often, so without a stack trace. */
final class BadCell extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    private final String field;

    /** @param problem goes on from the field's name */
    BadCell(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    /** A value as a message quotes it. */
    static String quoted(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
}
