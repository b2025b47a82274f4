package org.leeswijzer.benchmarks.fault;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Secrets;

/**
 * Loans of two libraries in the neutral format. One in ten says again, or corrects, what an earlier one said. Numbers of
 * patrons and ids of loans all hold {@link #MARK}.
 */
final class SeededLoans {
    /** In no other word of any log. */
    static final String MARK = "-geheim";

    static final int TITLES = 400;

    private static final int LOANS_PER_PATRON = 22;
    private static final int DAYS = 300;
    private static final int AGAIN = 10;

    private final int loans;
    private final int patrons;
    private final long seed;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    SeededLoans(int loans, long seed) {
        this.loans = loans;
        this.seed = seed;
        patrons = Math.max(LOANS_PER_PATRON, loans / LOANS_PER_PATRON);
    }

    int size() {
        return loans;
    }

    private static String library(int title) {
        return title % 3 == 0 ? "zuid" : "noord";
    }

    /** The line of a title. */
    static String title(int title) {
        return "{\"library\":\"%s\",\"id\":\"t%d\",\"title\":\"Title %d\"}"
                .formatted(library(title), title, title);
    }

    /** The key of a loan's record, by which one patron's stay in order. */
    String key(int loan) {
        return patron(said(loan));
    }

    private static String id(int said) {
        return "loan-%06d%s".formatted(said, MARK);
    }

    private String patron(int said) {
        return "reader-%06d%s".formatted(Math.floorMod(said * 7_919, patrons), MARK);
    }

    private int said(int loan) {
        SplittableRandom random = random(loan);
        return loan > 0 && random.nextInt(AGAIN) == 0 ? random.nextInt(loan) : loan;
    }

    private SplittableRandom random(int loan) {
        return new SplittableRandom(seed * 1_000_003 + loan);
    }

    /** The line of a loan. */
    String line(int loan) {
        int said = said(loan);
        SplittableRandom random = random(~loan);
        int title = (int) (TITLES * random.nextDouble() * random.nextDouble());
        return "{\"library\":\"%s\",\"loanId\":\"%s\",\"patron\":\"%s\",\"title\":\"t%d\",\"loanedAt\":\"%s\"}"
                .formatted(
                        library(title),
                        id(said),
                        patron(said),
                        title,
                        today.minusDays(random.nextInt(DAYS))
                                .atStartOfDay()
                                .atOffset(ZoneOffset.UTC));
    }

    /** Both halves of every pseudonym of a patron and of every key of a loan. */
    LongSet pseudonyms(Secrets secrets) {
        LongSet all = new LongOpenHashSet();
        for (String library : new String[] {"noord", "zuid", Sample.LIBRARY}) {
            Pseudonymiser pseudonymiser = secrets.pseudonymiser(new Library(library));
            for (int said = 0; said < loans; said++) {
                LoanKey loan = pseudonymiser.loan(id(said));
                all.add(loan.high());
                all.add(loan.low());
                PatronKey patron = pseudonymiser.patron(patron(said));
                all.add(patron.high());
                all.add(patron.low());
            }
        }
        return all;
    }
}
