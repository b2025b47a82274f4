package org.leeswijzer.engine.model;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.OptionalInt;

/**
 * Titles whose neighbours are to be computed anew: first those that were borrowed or asked for, in that order, then the
 * others, most changed first. Safe for use by many threads.
 */
public final class DirtyTitles {
    /** So many of the most changed are chosen at a time: sorting all of them for each would cost more than it gives. */
    private static final int CHOSEN = 1024;

    /** Titles changed more often than this are as urgent as each other. */
    private static final int MANY = 1000;

    private final IntLinkedOpenHashSet urgent = new IntLinkedOpenHashSet();
    private final Int2IntMap background = new Int2IntOpenHashMap();
    private final IntArrayFIFOQueue chosen = new IntArrayFIFOQueue();

    /** What has been marked since a retrain began; it is what is dirty after that. */
    private final IntSet sinceRetrain = new IntOpenHashSet();

    private boolean retraining;
    private boolean held;

    /** Marks titles that were borrowed or removed, and others of the same patrons with how often. */
    public synchronized void mark(IntCollection changed, Int2IntMap touched) {
        for (IntIterator i = changed.iterator(); i.hasNext(); ) {
            int title = i.nextInt();
            background.remove(title);
            urgent.add(title);
        }
        for (Int2IntMap.Entry entry : touched.int2IntEntrySet()) {
            if (!urgent.contains(entry.getIntKey())) {
                background.mergeInt(entry.getIntKey(), entry.getIntValue(), Integer::sum);
            }
        }
        if (retraining) {
            sinceRetrain.addAll(changed);
            sinceRetrain.addAll(touched.keySet());
        }
        notifyAll();
    }

    /** Marks titles, none more than the other. */
    public synchronized void mark(IntCollection titles) {
        for (IntIterator i = titles.iterator(); i.hasNext(); ) {
            int title = i.nextInt();
            if (!urgent.contains(title)) {
                background.mergeInt(title, 1, Integer::sum);
            }
        }
        if (retraining) {
            sinceRetrain.addAll(titles);
        }
        notifyAll();
    }

    /** Somebody asks for this title: if it is dirty, it comes first. */
    public synchronized void ask(int title) {
        if (background.containsKey(title)) {
            background.remove(title);
            urgent.addAndMoveToFirst(title);
            notifyAll();
        }
    }

    /** From now on nothing is given out to be computed; what is marked waits. */
    public synchronized void hold() {
        held = true;
    }

    /** What waits is given out again. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** The next title to compute, which is no longer dirty; empty if there is none, or if all are held. */
    public synchronized OptionalInt take() {
        if (held) {
            return OptionalInt.empty();
        }
        if (!urgent.isEmpty()) {
            return OptionalInt.of(urgent.removeFirstInt());
        }
        while (!background.isEmpty()) {
            if (chosen.isEmpty()) {
                choose();
            }
            int title = chosen.dequeueInt();
            if (background.containsKey(title)) {
                background.remove(title);
                return OptionalInt.of(title);
            }
        }
        return OptionalInt.empty();
    }

    /** Waits until there is something to take, or for so long. */
    @SuppressWarnings("WaitNotInLoop") // the caller loops, and takes what there is
    public synchronized void await(long millis) throws InterruptedException {
        if (held || (urgent.isEmpty() && background.isEmpty())) {
            wait(millis);
        }
    }

    /** How many wait to be computed at once, borrowed or asked for; none while they are held. */
    public synchronized int urgent() {
        return held ? 0 : urgent.size();
    }

    /** How many wait. */
    public synchronized int size() {
        return urgent.size() + background.size();
    }

    /** The title is being computed for another reason. */
    public synchronized void remove(int title) {
        urgent.remove(title);
        background.remove(title);
    }

    /** All that wait. */
    public synchronized int[] toArray() {
        IntSet all = new IntOpenHashSet(urgent);
        all.addAll(background.keySet());
        return all.toIntArray();
    }

    /** From now on what is marked is not covered by the retrain that begins. */
    public synchronized void beginRetrain() {
        sinceRetrain.clear();
        retraining = true;
    }

    /** The retrain was published: only what was marked since it began is dirty. */
    public synchronized void endRetrain() {
        urgent.removeIf(title -> !sinceRetrain.contains(title));
        background.clear();
        sinceRetrain.forEach(
                title -> {
                    if (!urgent.contains(title)) {
                        background.put(title, 1);
                    }
                });
        abandonRetrain();
    }

    /** The retrain came to nothing: what was dirty is. */
    public synchronized void abandonRetrain() {
        sinceRetrain.clear();
        retraining = false;
    }

    /* In one pass, and sorted are the chosen alone: whoever marks or asks waits meanwhile. */
    private void choose() {
        int least = leastChanges();
        IntArrayList titles = new IntArrayList();
        IntArrayList others = new IntArrayList();
        for (Int2IntMap.Entry entry : Int2IntMaps.fastIterable(background)) {
            int changes = Math.min(entry.getIntValue(), MANY);
            if (changes > least) {
                titles.add(entry.getIntKey());
            } else if (changes == least && others.size() < CHOSEN) {
                others.add(entry.getIntKey());
            }
        }
        titles.addElements(
                titles.size(),
                others.elements(),
                0,
                Math.min(others.size(), CHOSEN - titles.size()));
        titles.sort(
                (a, b) -> {
                    int byChange = Integer.compare(background.get(b), background.get(a));
                    return byChange != 0 ? byChange : Integer.compare(a, b);
                });
        titles.forEach(chosen::enqueue);
    }

    /** So often was the last of the chosen changed: fewer than are chosen were changed more often. */
    private int leastChanges() {
        int[] titles = new int[MANY + 1];
        for (Int2IntMap.Entry entry : Int2IntMaps.fastIterable(background)) {
            titles[Math.min(entry.getIntValue(), MANY)]++;
        }
        int least = MANY;
        int more = titles[MANY];
        while (least > 1 && more < CHOSEN) {
            more += titles[--least];
        }
        return least;
    }
}
