package org.leeswijzer.ingest.load;

/**
 * What is wrong with a line, without quoting it.
 *
 * @param line from 1, the header of CSV included
 * @param field at fault
 * @param problem goes on from the field's name, and ends with the remedy
 */
public record ImportProblem(long line, String field, String problem) {

    /** As a person reads it. */
    @Override
    public String toString() {
        return "line %d: %s %s".formatted(line, field, problem);
    }
}
