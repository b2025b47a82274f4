package org.leeswijzer.engine.similarity;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The neighbours of one title, best first, as packed as they are stored. Immutable. */
public final class Row extends AbstractList<Neighbour> implements RandomAccess {
    /** No neighbours. */
    public static final Row EMPTY = new Row(new int[0], new float[0], new int[0], new float[0]);

    /** The most neighbours that are kept of a title. */
    public static final int MOST = 100;

    private final int[] titles;
    private final float[] scores;
    private final int[] both;
    private final float[] overlaps;

    private Row(int[] titles, float[] scores, int[] both, float[] overlaps) {
        this.titles = titles;
        this.scores = scores;
        this.both = both;
        this.overlaps = overlaps;
    }

    /**
     * Takes the four arrays as they are, best first; the caller gives them away.
     *
     * @throws IllegalArgumentException if they differ in length
     */
    public static Row of(int[] titles, float[] scores, int[] both, float[] overlaps) {
        if (titles.length != scores.length
                || titles.length != both.length
                || titles.length != overlaps.length) {
            throw new IllegalArgumentException(
                    "titles %d, scores %d, both %d, overlaps %d: give one of each per neighbour"
                            .formatted(titles.length, scores.length, both.length, overlaps.length));
        }
        return titles.length == 0 ? EMPTY : new Row(titles, scores, both, overlaps);
    }

    /** The same neighbours, put together one by one. */
    public static Row of(List<Neighbour> neighbours) {
        int[] titles = new int[neighbours.size()];
        float[] scores = new float[titles.length];
        int[] both = new int[titles.length];
        float[] overlaps = new float[titles.length];
        for (int i = 0; i < titles.length; i++) {
            titles[i] = neighbours.get(i).title();
            scores[i] = neighbours.get(i).score();
            both[i] = neighbours.get(i).both();
            overlaps[i] = neighbours.get(i).overlap();
        }
        return of(titles, scores, both, overlaps);
    }

    @Override
    public Neighbour get(int index) {
        return new Neighbour(titles[index], scores[index], both[index], overlaps[index]);
    }

    @Override
    public int size() {
        return titles.length;
    }

    /** Number of the title at this place. */
    public int title(int index) {
        return titles[index];
    }

    /** Its score. */
    public float score(int index) {
        return scores[index];
    }

    /** Its shared patrons. */
    public int both(int index) {
        return both[index];
    }

    /** Its shared patrons, weighed. */
    public float overlap(int index) {
        return overlaps[index];
    }
}
