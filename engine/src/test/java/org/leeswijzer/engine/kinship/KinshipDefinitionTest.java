package org.leeswijzer.engine.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random shelves of few authors, few subjects and few words: most scores tie, and some subjects are on half the titles. */
class KinshipDefinitionTest {

    @Property(tries = 60)
    void isWhatComparingEveryTitleWithEveryOtherFinds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int size) {
        Random random = new Random(seed);
        Shelf shelf = Shelf.of(told(random, size));
        KinshipIndex kinship = KinshipIndex.build(shelf, 2);
        SlowKinship slow = new SlowKinship(shelf);
        for (int i = 0; i < 20; i++) {
            int title = random.nextInt(size);
            assertThat(kinship.of(title)).as("kin of %s", title).isEqualTo(slow.of(title));
        }
    }

    @Property(tries = 50)
    void doesNotDependOnTheOrderInWhichTitlesCame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int size) {
        Random random = new Random(seed);
        List<Shelf.Told> told = told(random, size);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        KinshipIndex straight = KinshipIndex.build(Shelf.of(told), 1);
        KinshipIndex shuffled =
                KinshipIndex.build(Shelf.of(order.stream().map(told::get).toList()), 2);
        for (int title = 0; title < size; title++) {
            assertThat(shuffled.of(order.indexOf(title)))
                    .map(kin -> new Kin(order.get(kin.title()), kin.score()))
                    .containsExactlyInAnyOrderElementsOf(straight.of(title));
        }
    }

    @Property(tries = 30)
    void isTheSameBuiltAtOnceOrRefreshedAfterEveryChange(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        Random random = new Random(seed);
        Shelf shelf = new Shelf();
        KinshipIndex live = KinshipIndex.build(shelf, 1);
        for (int i = 0; i < changes; i++) {
            Shelf.Told told = told(random, 1).get(0);
            if (shelf.size() == 0 || random.nextInt(3) > 0) {
                shelf.add(told.description());
            } else {
                shelf.describe(random.nextInt(shelf.size()), told.description());
            }
            live = live.refreshed(shelf, 1);
        }
        KinshipIndex built = KinshipIndex.build(shelf, 2);
        for (int title = 0; title < shelf.size(); title++) {
            assertThat(live.of(title)).isEqualTo(built.of(title));
        }
    }

    @Property(tries = 30)
    void sharesSomethingWithItsKinAndWithNobodyElse(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        KinshipIndex kinship = KinshipIndex.build(Shelf.of(told(new Random(seed), size)), 1);
        for (int a = 0; a < size; a++) {
            List<Integer> kin = kinship.of(a).stream().map(Kin::title).toList();
            for (int b = 0; b < size; b++) {
                if (a != b) {
                    assertThat(kinship.shared(a, b).isPresent()).isEqualTo(kin.contains(b));
                }
            }
        }
    }

    private static List<Shelf.Told> told(Random random, int size) {
        return IntStream.range(0, size).mapToObj(i -> told(random)).toList();
    }

    private static Shelf.Told told(Random random) {
        return new Shelf.Told(
                "Of " + some(random, "word", 40, 1 + random.nextInt(3)),
                random.nextInt(4) == 0 ? List.of() : List.of(some(random, "Name", 60, 1)),
                random.nextInt(5) == 0
                        ? List.of()
                        : List.of(
                                random.nextBoolean() ? "Fiction" : "Facts",
                                some(random, "Heading", 30, 2)),
                random.nextInt(5) > 0 ? List.of() : List.of(some(random, "Series", 9, 1)));
    }

    /** Low numbers are common, high ones rare. */
    private static String some(Random random, String word, int kinds, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(1 + random.nextInt(kinds));
            text.append(i == 0 ? "" : " ").append(word).append(which);
        }
        return text.toString();
    }
}
