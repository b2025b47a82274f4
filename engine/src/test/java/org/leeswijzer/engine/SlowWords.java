package org.leeswijzer.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;

/** All words of patrons, each of a later moment than the one before, read from first to last for every loan. */
final class SlowWords {
    private final List<PatronWord> words = new ArrayList<>();

    void add(PatronWord word) {
        words.add(word);
    }

    /** Whether the loan must not be held. */
    boolean forget(LoanMade loan) {
        boolean isForgotten = false;
        boolean isOut = false;
        for (PatronWord word : words) {
            if (!word.library().equals(loan.library()) || !word.patron().equals(loan.patron())) {
                continue;
            }
            if (word instanceof PatronGone) {
                isForgotten = true;
            } else if (word instanceof PatronErased erased) {
                isForgotten |= isUpTo(erased.saidAt(), loan);
            } else if (word instanceof PatronOptedOut out) {
                isForgotten |= isUpTo(out.saidAt(), loan);
                isOut = true;
            } else if (word instanceof PatronOptedIn in && isOut) {
                isForgotten |= isUpTo(in.saidAt(), loan);
                isOut = false;
            }
        }
        return isForgotten || isOut;
    }

    private static boolean isUpTo(Instant saidAt, LoanMade loan) {
        LocalDate tomorrow = saidAt.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return !LocalDate.ofEpochDay(loan.day()).isAfter(tomorrow);
    }
}
