package org.leeswijzer.engine.similarity;

/** A title and the day on which it was borrowed last, in one number: what is read together lies together. */
final class TitleDay {
    /*
     *     63        31        0
     *     +---------+---------+
     *     | title   | day     |
     *     +---------+---------+
     */

    private TitleDay() {}

    static long of(int title, int day) {
        return (long) title << 32 | Integer.toUnsignedLong(day);
    }

    static int title(long titleDay) {
        return (int) (titleDay >>> 32);
    }

    static int day(long titleDay) {
        return (int) titleDay;
    }
}
