package org.leeswijzer.benchmarks.accuracy.peers;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.leeswijzer.engine.evaluate.LoanSet;
import org.leeswijzer.engine.evaluate.Recommender;
import org.leeswijzer.engine.suggest.Seed;

/**
 * The sessions that VMIS-kNN looks up by title, and the algorithm itself. Immutable.
 *
 * <p>Sessions that hold nothing new, such as the asking patron's own, take nobody's place among the neighbours.
 */
final class SessionIndex implements Recommender {
    /** A session is heard through the newest title it shares: by a tenth less for that one and for each that is newer. */
    private static final double STEP = 0.1;

    private final VmisKnn.Settings settings;
    private final Borrowings borrowings;

    /*
     * Both by number, a session being a patron: the place of a session among all, 0 for the newest, of one day the lower
     * number first; and the most recent sessions of a title, newest first.
     */
    private final int[] age;
    private final int[][] sessions;

    SessionIndex(LoanSet loans, int titles, VmisKnn.Settings settings) {
        this.settings = settings;
        borrowings = Borrowings.of(loans, titles);
        age = ages(loans);
        sessions = new int[titles][];
        for (int title = 0; title < titles; title++) {
            sessions[title] =
                    Arrays.stream(borrowings.patrons(title))
                            .boxed()
                            .sorted(Comparator.comparingInt(session -> age[session]))
                            .limit(settings.recent())
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
    }

    private static int[] ages(LoanSet loans) {
        List<Integer> newestFirst =
                IntStream.range(0, loans.patrons().size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(
                                        session -> -lastDay(loans.patrons().get(session))))
                        .toList();
        int[] ages = new int[newestFirst.size()];
        for (int place = 0; place < ages.length; place++) {
            ages[newestFirst.get(place)] = place;
        }
        return ages;
    }

    private static int lastDay(List<Seed> session) {
        return session.stream().mapToInt(Seed::day).max().orElse(0);
    }

    @Override
    public List<Integer> recommend(List<Seed> history, int limit) {
        int[] seen = Borrowings.titlesOf(history);
        int[] newest =
                Arrays.copyOfRange(seen, Math.max(0, seen.length - settings.newest()), seen.length);
        IntSet known = new IntOpenHashSet(seen);
        Scores scores = new Scores(sessions.length);
        similar(newest).int2DoubleEntrySet().stream()
                .filter(session -> !known.containsAll(titles(session)))
                .sorted(
                        Comparator.comparingDouble(Int2DoubleMap.Entry::getDoubleValue)
                                .reversed()
                                .thenComparingInt(session -> age[session.getIntKey()]))
                .limit(settings.neighbours())
                .forEach(session -> hear(session, newest, scores));
        return scores.best(0, seen, limit);
    }

    private IntSet titles(Int2DoubleMap.Entry session) {
        return new IntOpenHashSet(borrowings.titles(session.getIntKey()));
    }

    /*
     * Newest title first: each adds its weight, its place over the number of titles, to its sessions. No more than so many
     * sessions are kept; a newer one that comes drives the oldest out.
     */
    private Int2DoubleMap similar(int[] newest) {
        Int2DoubleOpenHashMap similar = new Int2DoubleOpenHashMap();
        PriorityQueue<Integer> oldestFirst =
                new PriorityQueue<>(Comparator.comparingInt(session -> -age[session]));
        for (int place = newest.length; place > 0; place--) {
            double weight = (double) place / newest.length;
            for (int session : sessions[newest[place - 1]]) {
                if (similar.containsKey(session)) {
                    similar.addTo(session, weight);
                } else if (similar.size() < settings.recent()) {
                    similar.put(session, weight);
                    oldestFirst.add(session);
                } else if (age[session] < age[oldestFirst.element()]) {
                    similar.remove((int) oldestFirst.remove());
                    similar.put(session, weight);
                    oldestFirst.add(session);
                }
            }
        }
        return similar;
    }

    private void hear(Int2DoubleMap.Entry session, int[] newest, Scores scores) {
        IntSet theirs = titles(session);
        int shared = newest.length - 1;
        while (!theirs.contains(newest[shared])) {
            shared--;
        }
        double weight = Math.max(0, 1 - STEP * (newest.length - shared)) * session.getDoubleValue();
        for (int title : theirs) {
            double rarity =
                    Math.log((double) borrowings.patronCount() / borrowings.borrowers(title));
            scores.add(title, weight * rarity);
        }
    }
}
