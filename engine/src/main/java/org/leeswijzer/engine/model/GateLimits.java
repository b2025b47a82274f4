package org.leeswijzer.engine.model;

/**
 * How much may be amiss with a version that is published without anybody being asked.
 *
 * @param coverageFall by at most so large a share may there be fewer titles with neighbours
 * @param loansFall by at most so large a share may there be fewer loans
 * @param parkedShare at most so large a share of all loans may wait for their item to be known
 * @param lag at most so many records of the event log may be unread
 */
public record GateLimits(double coverageFall, double loansFall, double parkedShare, long lag) {
    /** What a library does from one week to the next, and not what a lost topic or a half read catalogue does. */
    public static final GateLimits DEFAULT = new GateLimits(0.1, 0.2, 0.05, 10_000);

    /** @throws IllegalArgumentException if a share is not from 0 to 1, or the lag below 0 */
    public GateLimits {
        check("coverageFall", coverageFall);
        check("loansFall", loansFall);
        check("parkedShare", parkedShare);
        if (lag < 0) {
            throw new IllegalArgumentException("lag is %d: give at least 0".formatted(lag));
        }
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s is %s: give 0 to 1".formatted(name, share));
        }
    }
}
