package org.leeswijzer.engine.loan;

/** From which day on the loans of a library are held. */
@FunctionalInterface
public interface Window {
    /** All loans. */
    Window ALL = from(Integer.MIN_VALUE);

    /** The first day whose loans are held, in days since 1970-01-01; before every day if all are. */
    int firstDay(Library library);

    /** From that day on, of every library. */
    static Window from(int day) {
        return library -> day;
    }
}
