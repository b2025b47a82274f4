package org.leeswijzer.ingest.load;

/**
 * What is wrong with a row, without quoting it.
 *
 * @param unit what rows are called: line, or record
 * @param line from 1, the header of CSV included; the number of the record in MARC
 * @param field at fault
 * @param problem goes on from the field's name, and ends with the remedy
 */
public record ImportProblem(String unit, long line, String field, String problem) {

    /** Of a line. */
    public ImportProblem(long line, String field, String problem) {
        this("line", line, field, problem);
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return "%s %d: %s %s".formatted(unit, line, field, problem);
    }
}
