package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongIterable;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leeswijzer.engine.feedback.Opinion;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.feedback.Tally;
import org.leeswijzer.engine.feedback.Voices;
import org.leeswijzer.engine.rocksdb.VoiceLayout.StoredVoice;
import org.leeswijzer.engine.similarity.Scope;

/**
 * What readers together say of pairs of works, in memory where they are at least minBorrowers: a list of a hundred titles asks of
 * ten thousand pairs. Changed under the store's write lock; read by many threads.
 */
final class StoredVoices implements Voices {
    private final Works works;
    private final int minBorrowers;

    /** By work. */
    private volatile Map<Integer, Map<Scope, Int2DoubleMap>> bySeed = new ConcurrentHashMap<>();

    /** Editions of which something was said, as title or as seed; one too many does no harm. */
    private final IntSet named = new IntOpenHashSet();

    StoredVoices(Works works, int minBorrowers) {
        this.works = works;
        this.minBorrowers = minBorrowers;
    }

    /** Two editions in one number. */
    static long pair(int seed, int edition) {
        return (long) seed << Integer.SIZE | edition;
    }

    private static int seed(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int edition(long pair) {
        return (int) pair;
    }

    @Override
    public Voice of(Scope scope, int seed) {
        Map<Scope, Int2DoubleMap> ofSeed = bySeed.get(seed);
        Int2DoubleMap factors = ofSeed == null ? null : ofSeed.get(scope);
        return factors == null ? Voice.SILENT : factors::get;
    }

    void load(Reader reader) {
        named.clear();
        LongSet pairs = new LongOpenHashSet();
        reader.scan(
                Table.VOICES,
                Bytes.EMPTY,
                (key, value) -> {
                    pairs.add(pair(VoiceLayout.seed(key), VoiceLayout.edition(key)));
                    return true;
                });
        Map<Integer, Map<Scope, Int2DoubleMap>> loaded = new ConcurrentHashMap<>();
        count(pairs, reader, loaded);
        bySeed = loaded;
    }

    /**
     * Something else is said of these pairs, or editions belong to other works.
     *
     * @param pairs of editions
     * @param moved editions
     */
    void changed(LongSet pairs, IntCollection moved, Reader reader) {
        if (moved.intStream().anyMatch(named::contains)) {
            load(reader);
        } else {
            count(pairs, reader, bySeed);
        }
    }

    private void count(
            LongIterable pairs, Reader reader, Map<Integer, Map<Scope, Int2DoubleMap>> counted) {
        LongSet ofWorks = new LongOpenHashSet();
        pairs.forEach(
                (long pair) -> {
                    named.add(seed(pair));
                    named.add(edition(pair));
                    ofWorks.add(pair(works.of(seed(pair)), works.of(edition(pair))));
                });
        ofWorks.forEach(
                (long pair) -> {
                    int seed = seed(pair);
                    Map<Scope, Int2DoubleMap> before = counted.getOrDefault(seed, Map.of());
                    Map<Scope, Int2DoubleMap> after =
                            with(before, edition(pair), tallies(seed, edition(pair), reader));
                    if (after.isEmpty()) {
                        counted.remove(seed);
                    } else {
                        counted.put(seed, after);
                    }
                });
    }

    private Map<Scope, Int2DoubleMap> with(
            Map<Scope, Int2DoubleMap> before, int title, Map<Scope, Tally> tallies) {
        Map<Scope, Int2DoubleMap> after = new HashMap<>();
        before.forEach((scope, factors) -> after.put(scope, copy(factors)));
        after.values().forEach(factors -> factors.remove(title));
        tallies.forEach(
                (scope, tally) -> {
                    if (tally.readers() >= minBorrowers) {
                        after.computeIfAbsent(scope, s -> copy(new Int2DoubleOpenHashMap()))
                                .put(title, tally.factor());
                    }
                });
        after.values().removeIf(Map::isEmpty);
        return after;
    }

    private static Int2DoubleMap copy(Int2DoubleMap factors) {
        Int2DoubleMap copy = new Int2DoubleOpenHashMap(factors);
        copy.defaultReturnValue(1);
        return copy;
    }

    /* Each reader counts once, whatever editions of the two works they spoke of. */
    private Map<Scope, Tally> tallies(int seed, int title, Reader reader) {
        Map<ReaderKey, StoredVoice> last = new HashMap<>();
        for (int seedEdition : works.editions(seed)) {
            for (int edition : works.editions(title)) {
                reader.scan(
                        Table.VOICES,
                        VoiceLayout.prefix(seedEdition, edition),
                        (key, value) -> {
                            last.merge(
                                    VoiceLayout.reader(key),
                                    VoiceLayout.voice(value),
                                    StoredVoice::later);
                            return true;
                        });
            }
        }
        Map<Scope, Tally> tallies = new HashMap<>();
        for (StoredVoice voice : last.values()) {
            Tally one = voice.opinion() == Opinion.GOOD ? new Tally(1, 0) : new Tally(0, 1);
            tallies.merge(Scope.CONSORTIUM, one, Tally::plus);
            if (voice.library() > 0) {
                tallies.merge(new Scope(voice.library()), one, Tally::plus);
            }
        }
        return tallies;
    }
}
