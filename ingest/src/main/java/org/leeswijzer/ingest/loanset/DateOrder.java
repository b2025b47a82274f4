package org.leeswijzer.ingest.loanset;

/** What comes first in a date such as 03/04/2016; the text is its name in messages. */
public enum DateOrder {
    DAY_FIRST("day/month/year"),
    MONTH_FIRST("month/day/year");

    private final String text;

    DateOrder(String text) {
        this.text = text;
    }

    /** As messages write it. */
    public String text() {
        return text;
    }
}
