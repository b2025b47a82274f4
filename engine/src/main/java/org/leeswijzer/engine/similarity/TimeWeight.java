package org.leeswijzer.engine.similarity;

/**
 * How much a patron who borrowed two titles weighs, by the days between the two loans:
 * {@code w(d) = 0.2 + 0.8 exp(-d / 90)}, in whole 256ths of a patron.
 */
public final class TimeWeight {
    /** One patron who borrowed both on one day. */
    public static final int ONE = 256;

    private static final double FLOOR = 0.2;
    private static final double DAYS = 90;

    /** From here on the weight is its floor: the rest is less than half a 256th. */
    static final int DISTANT = 1024;

    private static final int[] TABLE = table();

    private TimeWeight() {}

    /** The weight for loans so many days apart, in either order. */
    public static int of(int firstDay, int secondDay) {
        return TABLE[distance(firstDay, secondDay)];
    }

    /** A sum of weights as so many patrons. */
    public static float patrons(long overlap) {
        return overlap / (float) ONE;
    }

    /** Days between, no more than {@link #DISTANT}. */
    static int distance(int firstDay, int secondDay) {
        return (int) Math.min(Math.abs((long) firstDay - secondDay), DISTANT);
    }

    /* StrictMath: the same table, and so the same model, on every machine. */
    private static int[] table() {
        int[] table = new int[DISTANT + 1];
        for (int days = 0; days <= DISTANT; days++) {
            table[days] =
                    (int)
                            StrictMath.rint(
                                    ONE * (FLOOR + (1 - FLOOR) * StrictMath.exp(-days / DAYS)));
        }
        return table;
    }
}
