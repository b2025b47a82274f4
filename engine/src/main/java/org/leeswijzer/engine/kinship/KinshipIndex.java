package org.leeswijzer.engine.kinship;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.similarity.Workers;

/**
 * The kinship of a catalogue as it stood at one moment: the cosine of TF-IDF vectors of authors, series, subject headings
 * and words. Titles that only loans have named have no kin; suppressed ones have and are kin, whoever shows them decides.
 * Immutable and safe for use by many threads.
 *
 * <p>Kin are found when they are asked for, and those asked for last are remembered.
 */
public final class KinshipIndex implements Kinship {
    /* As many lists as are remembered; with a hundred kin each they take some 50 MB. */
    private static final int REMEMBERED = 1 << 14;

    /* Up to so many titles are read by the caller alone: starting threads would take longer. */
    private static final int FEW = 256;

    private final SeenTitles seen;
    private final int[][] features;
    private final Vocabulary vocabulary;
    private final FeatureTable table;
    private final Queue<KinFinder> idle = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<@Nullable Remembered> remembered;

    private record Remembered(int title, List<Kin> kin) {}

    private KinshipIndex(SeenTitles seen, int[][] features, Vocabulary vocabulary) {
        this.seen = seen;
        this.features = features;
        this.vocabulary = vocabulary;
        table = new FeatureTable(features, vocabulary.names());
        remembered = new AtomicReferenceArray<>(REMEMBERED);
    }

    /** Reads all titles, on several threads; their number does not change the result. */
    public static KinshipIndex build(Catalogue catalogue, int threads) {
        return new KinshipIndex(SeenTitles.NONE, new int[0][], new Vocabulary())
                .refreshed(catalogue, threads);
    }

    /**
     * The kinship of the catalogue as it stands now, equal to that of {@link #build}; this index if nothing changed. Words
     * are cut for new and changed titles only; the weights are all computed anew, in time proportional to the catalogue.
     */
    public KinshipIndex refreshed(Catalogue catalogue, int threads) {
        SeenTitles now = seen.next(catalogue);
        int[] changed = now.changed();
        if (changed.length == 0) {
            return this;
        }
        int[][] all = Arrays.copyOf(features, now.size());
        IntConsumer read = i -> all[changed[i]] = read(now.title(changed[i]));
        if (changed.length <= FEW) {
            IntStream.range(0, changed.length).forEach(read);
        } else {
            Workers.share(changed.length, threads, () -> read);
        }
        return new KinshipIndex(now, all, vocabulary);
    }

    private int[] read(Title title) {
        return title.description()
                .map(description -> vocabulary.numbers(Features.of(description)))
                .orElseGet(() -> new int[0]);
    }

    /** How many titles the catalogue had. */
    public int size() {
        return table.size();
    }

    @Override
    public List<Kin> of(int title) {
        if (title < 0 || title >= table.size()) {
            return List.of();
        }
        int slot = title & (REMEMBERED - 1);
        Remembered before = remembered.get(slot);
        if (before != null && before.title() == title) {
            return before.kin();
        }
        List<Kin> kin = find(title);
        remembered.set(slot, new Remembered(title, kin));
        return kin;
    }

    private List<Kin> find(int title) {
        KinFinder finder = Optional.ofNullable(idle.poll()).orElseGet(() -> new KinFinder(table));
        List<Kin> kin = finder.find(title);
        idle.add(finder);
        return kin;
    }

    @Override
    public Optional<Shared> shared(int seed, int candidate) {
        if (Math.min(seed, candidate) < 0 || Math.max(seed, candidate) >= table.size()) {
            return Optional.empty();
        }
        return new SharedFeatures(table, seed, candidate)
                .mostTelling(seen.title(candidate).description().orElse(null));
    }
}
