package org.leeswijzer.engine.similarity;

import java.util.Arrays;

/**
 * Pairs of titles and what they share, each put in once and found from both sides: first {@link #put} for every title, by
 * any number of threads, then {@link #close} by one, then {@link #of}, by any number again.
 */
final class Pairs {
    /*
     * As they were put, one array for each title that puts; and the other way round as compressed sparse rows, the pairs
     * that others put with title t from start[t] to before start[t + 1].
     */
    private static final int PARTS_A_THREAD = 4;

    private final int[][] putTitles;
    private final long[][] putCounts;
    private final int[] start;
    private int[] titles = new int[0];
    private long[] counts = new long[0];

    Pairs(int titleCount) {
        putTitles = new int[titleCount][];
        putCounts = new long[titleCount][];
        start = new int[titleCount + 1];
    }

    /** Puts the title's pairs with these in; a pair that one title puts the other does not. */
    void put(int title, Candidates others) {
        putTitles[title] = Arrays.copyOf(others.titles, others.size);
        putCounts[title] = Arrays.copyOf(others.counts, others.size);
    }

    /** Ends the putting; that many threads share the work. */
    void close(int threads) {
        int parts = threads * PARTS_A_THREAD;
        int[][] next = new int[parts][putTitles.length];
        Workers.share(parts, threads, () -> part -> count(part, parts, next[part]));
        int end = 0;
        for (int title = 0; title < putTitles.length; title++) {
            start[title] = end;
            for (int[] ofPart : next) {
                int count = ofPart[title];
                ofPart[title] = end;
                end = Math.addExact(end, count);
            }
        }
        start[putTitles.length] = end;
        titles = new int[end];
        counts = new long[end];
        Workers.share(parts, threads, () -> part -> turnRound(part, parts, next[part]));
    }

    private void count(int part, int parts, int[] perTitle) {
        for (int title = begin(part, parts); title < begin(part + 1, parts); title++) {
            for (int other : putTitles[title]) {
                perTitle[other]++;
            }
        }
    }

    private void turnRound(int part, int parts, int[] next) {
        for (int title = begin(part, parts); title < begin(part + 1, parts); title++) {
            for (int i = 0; i < putTitles[title].length; i++) {
                int at = next[putTitles[title][i]]++;
                titles[at] = title;
                counts[at] = putCounts[title][i];
            }
        }
    }

    private int begin(int part, int parts) {
        return (int) ((long) part * putTitles.length / parts);
    }

    /** Puts all that are paired with the title into the candidates, instead of what they held. */
    void of(int title, Candidates candidates) {
        candidates.size = 0;
        candidates.addAll(putTitles[title], putCounts[title], 0, putTitles[title].length);
        candidates.addAll(titles, counts, start[title], start[title + 1]);
    }
}
