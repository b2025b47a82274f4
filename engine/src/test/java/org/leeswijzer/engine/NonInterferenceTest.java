package org.leeswijzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.suggest.Dial;
import org.leeswijzer.engine.suggest.Dials;
import org.leeswijzer.engine.suggest.Question;
import org.leeswijzer.engine.suggest.Seed;

/**
 * What fewer than minBorrowers patrons have in common cannot be found out by asking: two stores whose titles have the same
 * borrowers, and whose pairs with enough patrons are the same, answer everything alike, however else their patrons differ.
 */
class NonInterferenceTest {
    private static final Library LIBRARY = new Library("noord");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int TITLES = 12;
    private static final int PATRONS = 16;
    private static final int SWAPS = 1_000;

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void whatTooFewShareChangesNoAnswer(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 5) int minBorrowers)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Histories one = Histories.random(random);
        Histories other = one.swapped(random, minBorrowers);
        Assume.that(!other.pairs(1).equals(one.pairs(1)));
        Assume.that(!one.pairs(minBorrowers).isEmpty());
        Map<String, Object> told = answers(other, minBorrowers);
        answers(one, minBorrowers)
                .forEach(
                        (asked, answer) -> assertThat(told.get(asked)).as(asked).isEqualTo(answer));
    }

    /** Of each patron the titles borrowed, each with how many days ago. */
    private record Histories(List<Map<Integer, Integer>> all) {
        /** Patrons of two tastes, who share most of one bundle of titles and little else. */
        static Histories random(SplittableRandom random) {
            List<Map<Integer, Integer>> all = new ArrayList<>();
            for (int patron = 0; patron < PATRONS; patron++) {
                Map<Integer, Integer> history = new TreeMap<>();
                for (int title = 0; title < TITLES; title++) {
                    boolean taste = (title < 3 && patron % 2 == 0) || title == 3;
                    if (random.nextDouble() < (taste ? 0.8 : 0.12)) {
                        history.put(title, 10 * random.nextInt(8));
                    }
                }
                all.add(history);
            }
            return new Histories(all);
        }

        /** Two patrons exchange a loan, again and again, wherever no pair with enough patrons is changed by that. */
        Histories swapped(SplittableRandom random, int minBorrowers) {
            Map<List<Integer>, List<Integer>> told = pairs(minBorrowers);
            Histories now = this;
            for (int swap = 0; swap < SWAPS; swap++) {
                Histories next = now.swapped(random);
                if (next.pairs(minBorrowers).equals(told)) {
                    now = next;
                }
            }
            return now;
        }

        private Histories swapped(SplittableRandom random) {
            List<Map<Integer, Integer>> next = new ArrayList<>();
            all.forEach(history -> next.add(new TreeMap<>(history)));
            Map<Integer, Integer> a = next.get(random.nextInt(PATRONS));
            Map<Integer, Integer> b = next.get(random.nextInt(PATRONS));
            int from = random.nextInt(TITLES);
            int to = random.nextInt(TITLES);
            if (a.containsKey(from)
                    && b.containsKey(to)
                    && !a.containsKey(to)
                    && !b.containsKey(from)) {
                b.put(from, a.remove(from));
                a.put(to, b.remove(to));
            }
            return new Histories(next);
        }

        /** How many days apart each pair was borrowed by each patron of both, of pairs with so many. */
        Map<List<Integer>, List<Integer>> pairs(int minBorrowers) {
            Map<List<Integer>, List<Integer>> pairs = new LinkedHashMap<>();
            for (int a = 0; a < TITLES; a++) {
                for (int b = a + 1; b < TITLES; b++) {
                    List<Integer> apart = new ArrayList<>();
                    for (Map<Integer, Integer> history : all) {
                        if (history.containsKey(a) && history.containsKey(b)) {
                            apart.add(Math.abs(history.get(a) - history.get(b)));
                        }
                    }
                    if (apart.size() >= minBorrowers) {
                        pairs.put(List.of(a, b), apart.stream().sorted().toList());
                    }
                }
            }
            return pairs;
        }

        List<LibraryEvent> loans() {
            List<LibraryEvent> loans = new ArrayList<>();
            for (int patron = 0; patron < PATRONS; patron++) {
                for (Map.Entry<Integer, Integer> loan : all.get(patron).entrySet()) {
                    loans.add(
                            new LibraryEvent.LoanMade(
                                    LIBRARY,
                                    new LoanKey(patron, loan.getKey()),
                                    new PatronKey(1, patron),
                                    new Borrowed.OfTitle("t" + loan.getKey()),
                                    (int) TODAY.toEpochDay() - loan.getValue()));
                }
            }
            return loans;
        }
    }

    /** All that can be asked of a store with these loans: as they come, after a sweep, and after a retrain. */
    private static Map<String, Object> answers(Histories histories, int minBorrowers)
            throws IOException {
        Path folder = Files.createTempDirectory("leeswijzer-floor");
        EngineSettings settings =
                new EngineSettings(
                        folder.resolve("store"),
                        folder.resolve("secrets"),
                        minBorrowers,
                        OptionalInt.empty(),
                        1);
        try (Engine engine =
                Engine.openAtRest(
                        settings,
                        Clock.fixed(
                                TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))) {
            engine.accept(EventBatch.of(records()));
            engine.retrain(Progress.SILENT);
            engine.accept(EventBatch.of(histories.loans()));
            Map<String, Object> answers = new LinkedHashMap<>();
            ask("as they come", engine, answers);
            engine.sweep(Progress.SILENT);
            ask("swept", engine, answers);
            engine.retrain(Progress.SILENT);
            ask("retrained", engine, answers);
            return answers;
        } finally {
            delete(folder);
        }
    }

    private static List<LibraryEvent> records() {
        List<LibraryEvent> records = new ArrayList<>();
        for (int title = 0; title < TITLES; title++) {
            Description description =
                    new Description(
                            "Title " + title,
                            List.of("Author " + title / 2),
                            List.of(),
                            List.of("Subject " + title % 5),
                            List.of(),
                            "dut",
                            MediaType.BOOK,
                            Audience.ADULT,
                            2000);
            records.add(
                    new LibraryEvent.TitleSeen(
                            new TitleRecord(LIBRARY, "t" + title, null, null, description, false)));
        }
        return records;
    }

    private static void ask(String when, Engine engine, Map<String, Object> answers) {
        answers.put(when + ", model", List.of(engine.model().version(), engine.model().blend()));
        answers.put(when + ", statistics", statistics(engine.statistics()));
        for (Dial mode : Dial.values()) {
            for (@Nullable Library library : new Library[] {LIBRARY, null}) {
                Question question =
                        new Question(
                                        library,
                                        engine.scope(library),
                                        library != null,
                                        Set.of(5),
                                        TITLES)
                                .with(Dials.of(mode));
                ask("%s, %s, %s".formatted(when, mode, library), engine, question, answers);
            }
        }
    }

    /* Titles that are still to be computed are not among them: they come to an end by themselves. */
    private static List<Object> statistics(Statistics statistics) {
        return List.of(statistics.titles(), statistics.loans(), statistics.patrons());
    }

    private static void ask(
            String how, Engine engine, Question question, Map<String, Object> answers) {
        int today = (int) TODAY.toEpochDay();
        for (int title = 0; title < TITLES; title++) {
            int first = engine.catalogue().find(LIBRARY, "t" + title).orElseThrow();
            answers.put(how + ", shelf " + title, engine.suggester().forTitle(first, question));
            answers.put(how + ", borrowers " + title, engine.borrowers(question.library(), first));
            for (int candidate = 0; candidate < TITLES; candidate++) {
                int second = engine.catalogue().find(LIBRARY, "t" + candidate).orElseThrow();
                answers.put(
                        "%s, explain %d %d".formatted(how, title, candidate),
                        engine.explain(first, second, question));
                answers.put(
                        "%s, list %d %d".formatted(how, title, candidate),
                        engine.suggester()
                                .forSeeds(
                                        List.of(new Seed(first, today), new Seed(second, today)),
                                        question));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
