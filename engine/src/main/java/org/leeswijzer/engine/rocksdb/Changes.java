package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.EnumMap;
import java.util.Map;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.similarity.History;

/** What a batch changes beside its keys: counters, and titles whose neighbours are to be computed anew. */
final class Changes {
    final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

    /** Titles that were borrowed, or no longer were: to be computed at once. */
    final IntSet changed = new IntLinkedOpenHashSet();

    /** Other titles of the same patrons, with how often: to be computed when asked for, or in the background. */
    final Int2IntOpenHashMap touched = new Int2IntOpenHashMap();

    /** Histories that are others now, by patron. */
    final Int2ObjectMap<History> histories = new Int2ObjectOpenHashMap<>();

    /** Titles that lost a shared patron. */
    final IntSet shrunk = new IntOpenHashSet();

    /** Pairs of editions of which readers say something else now: {@link StoredVoices#pair}. */
    final LongSet voices = new LongOpenHashSet();

    /** Editions that belong to another work now. */
    final IntSet moved = new IntOpenHashSet();

    long loans;
    long parked;
    boolean catalogue;

    void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }
}
