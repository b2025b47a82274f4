package org.leeswijzer.engine.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;

class PromiseTest {
    private static final Library NOORD = new Library("noord");
    private static final PatronKey PATRON = new PatronKey(1, 2);

    /** What a patron says, by moments that do not go back. */
    @Provide
    Arbitrary<List<PatronWord>> words() {
        return Arbitraries.integers()
                .between(0, 12)
                .list()
                .ofMaxSize(8)
                .map(
                        kinds -> {
                            List<PatronWord> words = new java.util.ArrayList<>();
                            for (int i = 0; i < kinds.size(); i++) {
                                // Some two are of one moment.
                                Instant moment = Instant.ofEpochSecond(40_000L * (i - i % 3 / 2));
                                words.add(word(kinds.get(i), moment));
                            }
                            return words;
                        });
    }

    private static PatronWord word(int kind, Instant moment) {
        return switch (kind) {
            case 0 -> new PatronGone(NOORD, PATRON);
            case 1, 2 -> new PatronErased(NOORD, PATRON, moment);
            case 3, 4, 5 -> new PatronOptedOut(NOORD, PATRON, moment);
            case 10, 11, 12 -> new PatronConsented(NOORD, PATRON, kind < 12, moment);
            default -> new PatronOptedIn(NOORD, PATRON, moment);
        };
    }

    @Property
    void copiesOfTheSameWordsInAnotherPartitionChangeNothingHoweverTheyAreMixed(
            @ForAll("words") List<PatronWord> words, @ForAll List<Boolean> firstPartition) {
        Promise once = Promise.NONE;
        for (PatronWord word : words) {
            once = word.after(once);
        }
        Promise mixed = Promise.NONE;
        int[] next = new int[2];
        for (int i = 0; i < 2 * words.size(); i++) {
            int partition = i < firstPartition.size() && firstPartition.get(i) ? 0 : 1;
            partition = next[partition] == words.size() ? 1 - partition : partition;
            mixed = words.get(next[partition]++).after(mixed);
        }
        assertThat(mixed).isEqualTo(once);
    }

    @Property
    void consentHoldsUntilAWordOfThatMomentOrLaterTakesItBack(
            @ForAll("words") List<PatronWord> words) {
        Promise promise = Promise.NONE;
        for (PatronWord word : words) {
            promise = word.after(promise);
        }
        boolean holds =
                words.stream()
                        .filter(word -> word instanceof PatronConsented said && said.isGiven())
                        .map(word -> ((PatronConsented) word).saidAt())
                        .anyMatch(
                                given -> words.stream().noneMatch(word -> takesBack(word, given)));
        assertThat(promise.consent().isGiven()).isEqualTo(holds);
    }

    private static boolean takesBack(PatronWord word, Instant given) {
        if (word instanceof PatronGone) {
            return true;
        } else if (word instanceof PatronErased erased) {
            return !erased.saidAt().isBefore(given);
        } else if (word instanceof PatronOptedOut out) {
            return !out.saidAt().isBefore(given);
        }
        return word instanceof PatronConsented said
                && !said.isGiven()
                && !said.saidAt().isBefore(given);
    }

    @Property
    void aWordHeardAgainTakesNothingThatItDidNotTake(
            @ForAll("words") List<PatronWord> words, @ForAll("words") List<PatronWord> more) {
        Promise promise = Promise.NONE;
        for (PatronWord word : words) {
            promise = word.after(promise);
        }
        for (PatronWord word : words) {
            assertThat(word.after(promise)).isEqualTo(promise);
        }
        for (PatronWord word : more) {
            assertThat(word.after(promise).lastDay())
                    .as("what is forgotten for good stays so")
                    .isGreaterThanOrEqualTo(promise.lastDay());
        }
    }
}
