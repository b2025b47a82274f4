package org.leeswijzer.ingest.load;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.PatronKey;

/** A target that takes nothing, and tells what it would have taken. */
public final class DryRun implements Target {
    private final Set<PatronKey> patrons = new HashSet<>();
    private final Set<Borrowed> borrowed = new HashSet<>();
    private long loans;
    private long titles;
    private long suppressed;
    private long items;
    private long others;
    private final @Nullable Novelty novelty;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;

    /** @param known what a store has already; null if that is not known */
    public DryRun(@Nullable Known known) {
        novelty = known == null ? null : new Novelty(known);
    }

    @Override
    public void take(List<LibraryEvent> line) {
        for (LibraryEvent event : line) {
            take(event);
            if (novelty != null) {
                novelty.take(event);
            }
        }
    }

    private void take(LibraryEvent event) {
        if (event instanceof LoanMade loan) {
            loans++;
            patrons.add(loan.patron());
            borrowed.add(loan.borrowed());
            firstDay = Math.min(firstDay, loan.day());
            lastDay = Math.max(lastDay, loan.day());
        } else if (event instanceof TitleSeen seen) {
            titles++;
            suppressed += seen.title().suppressed() ? 1 : 0;
        } else if (event instanceof TitleGone) {
            titles++;
            suppressed++;
        } else if (event instanceof ItemSeen || event instanceof ItemGone) {
            items++;
        } else {
            others++;
        }
    }

    /** Loans, repeated ones among them. */
    public long loans() {
        return loans;
    }

    /** How many patrons they are of. */
    public int patrons() {
        return patrons.size();
    }

    /** How many titles were borrowed, or items where loans name those. */
    public int borrowed() {
        return borrowed.size();
    }

    /** The day of the first loan; empty without any. */
    public Optional<LocalDate> firstDay() {
        return loans == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(firstDay));
    }

    /** The day of the last loan; empty without any. */
    public Optional<LocalDate> lastDay() {
        return loans == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastDay));
    }

    /** Titles, those that are not to be shown among them. */
    public long titles() {
        return titles;
    }

    /** Titles that are not to be shown. */
    public long suppressed() {
        return suppressed;
    }

    /** Items of titles. */
    public long items() {
        return items;
    }

    /** Loans to forget and patrons' words. */
    public long others() {
        return others;
    }

    /** What of it a store has not; empty if no store was looked into. */
    public Optional<Novelty> novelty() {
        return Optional.ofNullable(novelty);
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
