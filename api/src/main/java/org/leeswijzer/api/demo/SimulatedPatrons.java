package org.leeswijzer.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Patrons who do not exist, and what they borrow in the two years before a day: 12 to 40 titles each, by tastes that are
 * drawn by chance. One patron's loans do not depend on how many others there are in the library.
 */
final class SimulatedPatrons {
    private static final int DAYS = 729;
    private static final int FEWEST = 12;
    private static final int MOST = 40;
    private static final int LARGEST_VISIT = 4;
    private static final int SOON = 7;
    private static final int SOON_AT_LAST = 21;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final DemoCatalogue catalogue;
    private final int patrons;
    private final long seed;
    private final LocalDate end;

    /**
     * So many patrons of both libraries together.
     *
     * @param end the last day on which a loan may be made
     */
    SimulatedPatrons(DemoCatalogue catalogue, int patrons, long seed, LocalDate end) {
        this.catalogue = catalogue;
        this.patrons = patrons;
        this.seed = seed;
        this.end = end;
    }

    /** Their loans: by library, by patron, by day. */
    Stream<SimulatedLoan> loans() {
        return Arrays.stream(DemoLibrary.values()).flatMap(this::loans);
    }

    private Stream<SimulatedLoan> loans(DemoLibrary library) {
        List<DemoTitle> held = catalogue.heldBy(library);
        Attraction attraction = new Attraction(catalogue, new SplittableRandom(seed));
        FollowUps followUps = new FollowUps(held);
        return IntStream.range(0, library.patrons(patrons))
                .boxed()
                .flatMap(patron -> loans(library, patron, held, attraction, followUps).stream());
    }

    private List<SimulatedLoan> loans(
            DemoLibrary library,
            int patron,
            List<DemoTitle> held,
            Attraction attraction,
            FollowUps followUps) {
        long number = ((long) library.number() << Integer.SIZE) + patron + 1;
        SplittableRandom random = new SplittableRandom(seed + number * ODD);
        Taste taste = Taste.any(held, random);
        Borrowing borrowing = new Borrowing(held, attraction, followUps, taste, random);
        String code = library.library().code();
        List<SimulatedLoan> loans = new ArrayList<>();
        int[] sizes = visits(random);
        int[] days = days(sizes.length, random);
        for (int i = 0; i < sizes.length; i++) {
            for (DemoTitle title : borrowing.visit(sizes[i])) {
                loans.add(
                        new SimulatedLoan(
                                code,
                                "%s-%d-%d".formatted(code, patron, loans.size()),
                                "p" + patron,
                                title.id(),
                                end.minusDays(DAYS - days[i]).toString()));
            }
            if (i + 1 < days.length && borrowing.isLookingForward()) {
                days[i + 1] =
                        Math.min(days[i + 1], days[i] + random.nextInt(SOON, SOON_AT_LAST + 1));
            }
        }
        return loans;
    }

    /* How many titles are taken home in each visit; few patrons take many in all. */
    private static int[] visits(SplittableRandom random) {
        double u = random.nextDouble();
        int left = FEWEST + (int) StrictMath.round((MOST - FEWEST) * StrictMath.pow(u, 1.2));
        IntStream.Builder sizes = IntStream.builder();
        while (left > 0) {
            int size = Math.min(left, 1 + random.nextInt(LARGEST_VISIT));
            sizes.add(size);
            left -= size;
        }
        return sizes.build().toArray();
    }

    /* Days in rising order, from 0; three patrons in ten joined the library on the way. */
    private static int[] days(int visits, SplittableRandom random) {
        int joined = random.nextDouble() < 0.3 ? random.nextInt(DAYS / 2) : 0;
        return IntStream.range(0, visits)
                .map(visit -> random.nextInt(joined, DAYS + 1))
                .sorted()
                .toArray();
    }
}
