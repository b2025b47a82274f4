package org.leeswijzer.ingest.decode;

/**
 * A record that cannot be read. The message names the field and the remedy and never the value, so it may be logged and
 * published. It has no cause, since that of a parser quotes what it read, and no stack trace, since bad records may come
 * by the thousand.
 */
public final class BadRecord extends RuntimeException {
    private final String field;
    private final String problem;

    /**
     * A fault in one field.
     *
     * @param field with the way to it, such as {@code data.new.loanDate}
     * @param problem goes on from the field's name: {@code is missing: give ...}
     */
    public BadRecord(String field, String problem) {
        super(field + " " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    /** The field at fault. */
    public String field() {
        return field;
    }

    /** What is wrong with it, and what to do. */
    public String problem() {
        return problem;
    }
}
