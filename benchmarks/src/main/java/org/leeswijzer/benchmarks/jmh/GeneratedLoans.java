package org.leeswijzer.benchmarks.jmh;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.leeswijzer.benchmarks.generate.GeneratedTitles;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * Generated loans as events that never end, in the order in which a library's come: of all patrons mixed. After the last
 * they come again as those of other patrons. Not safe for use by many threads.
 */
final class GeneratedLoans {
    /** Whose loans they are. */
    static final Library LIBRARY = new Library("generated");

    private static final int TITLES_AT_ONCE = 5_000;

    private final LoanGenerator generator;
    private final SplittableRandom random;
    private final int[] patrons;
    private final int[] titles;
    private final int[] days;
    private final PatronKey[] keys;
    private final String[] ids;
    private int next;

    GeneratedLoans(LoanGenerator generator) {
        this.generator = generator;
        random = new SplittableRandom(generator.seed());
        IntArrayList eachPatron = new IntArrayList();
        IntArrayList eachTitle = new IntArrayList();
        IntArrayList eachDay = new IntArrayList();
        generator.generate(
                (patron, title, day) -> {
                    eachPatron.add(patron);
                    eachTitle.add(title);
                    eachDay.add(day);
                });
        patrons = eachPatron.toIntArray();
        titles = eachTitle.toIntArray();
        days = eachDay.toIntArray();
        shuffle();
        keys = new PatronKey[generator.patrons()];
        ids = new String[generator.titles()];
        for (int title = 0; title < ids.length; title++) {
            ids[title] = GeneratedTitles.id(title);
        }
        otherPatrons();
    }

    private void shuffle() {
        for (int i = patrons.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            swap(patrons, i, j);
            swap(titles, i, j);
            swap(days, i, j);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    /* Pseudonyms are random to whoever stores them; so are these, at less than the price of making them. */
    private void otherPatrons() {
        for (int patron = 0; patron < keys.length; patron++) {
            keys[patron] = new PatronKey(random.nextLong(), random.nextLong());
        }
    }

    /** How many there are before they come again. */
    int size() {
        return patrons.length;
    }

    /** All titles, some thousands at a time; the engine gives them the generator's numbers if its store is empty. */
    List<EventBatch> catalogue() {
        GeneratedTitles described = new GeneratedTitles(generator);
        List<EventBatch> batches = new ArrayList<>();
        for (int from = 0; from < generator.titles(); from += TITLES_AT_ONCE) {
            List<LibraryEvent> events = new ArrayList<>();
            for (int title = from;
                    title < Math.min(generator.titles(), from + TITLES_AT_ONCE);
                    title++) {
                events.add(new TitleSeen(described.record(LIBRARY, title)));
            }
            batches.add(EventBatch.of(events));
        }
        return batches;
    }

    /** The next so many loans, none of them known before. */
    EventBatch next(int count) {
        List<LibraryEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (next == patrons.length) {
                next = 0;
                otherPatrons();
            }
            events.add(
                    new LoanMade(
                            LIBRARY,
                            new LoanKey(random.nextLong(), random.nextLong()),
                            keys[patrons[next]],
                            new Borrowed.OfTitle(ids[titles[next]]),
                            days[next]));
            next++;
        }
        return EventBatch.of(events);
    }

    /** Titles as they would be asked for: each as often as it is borrowed. */
    int[] asked(int count) {
        int[] asked = new int[count];
        for (int i = 0; i < count; i++) {
            asked[i] = titles[random.nextInt(titles.length)];
        }
        return asked;
    }
}
