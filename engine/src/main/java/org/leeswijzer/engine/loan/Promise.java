package org.leeswijzer.engine.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a patron was promised: which of their loans are not held, whatever comes, and whether suggestions may be made of
 * the others. Words make one promise of another, with the same result however often and in whatever order the copies of the
 * same words are heard.
 *
 * @param lastDay loans of this day or before are forgotten for good, in days since 1970-01-01; {@link #NO_DAY} if none are
 * @param optedOut whether no loan is held, of whatever day
 * @param since epoch milliseconds of the word that opted them out, or in again; {@link #NEVER} if none did
 * @param consent to suggestions made of their own loans; it goes with the loans when they are erased or opt out
 */
public record Promise(int lastDay, boolean optedOut, long since, Consent consent) {
    /** Before every day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** Before every moment. */
    public static final long NEVER = Long.MIN_VALUE;

    /** What those were promised of whom no word was heard. */
    public static final Promise NONE = new Promise(NO_DAY, false, NEVER, Consent.NONE);

    /** After the day of any loan, 9999-12-31, and before that of who opted out. */
    private static final int ALWAYS = Integer.MAX_VALUE - 1;

    /** Loans up to this day are not held; above that of any loan for who is gone, and one more for who opted out. */
    public int forgottenUntil() {
        return optedOut ? Integer.MAX_VALUE : lastDay;
    }

    /** Whether the patron was promised to be forgotten for good, whatever the day of a loan. */
    public boolean isForGood() {
        return lastDay == ALWAYS;
    }

    /** The patron was erased then. */
    public Promise erased(Instant saidAt) {
        return new Promise(
                Math.max(lastDay, lastDay(saidAt)), optedOut, since, consent.withdrawn(saidAt));
    }

    /** The patron is no patron any more. */
    public Promise gone() {
        return new Promise(ALWAYS, optedOut, since, Consent.GONE);
    }

    /** The patron opted out then: of the words of one moment this one holds. */
    public Promise optedOut(Instant saidAt) {
        long moment = saidAt.toEpochMilli();
        Consent after = consent.withdrawn(saidAt);
        if (moment < since) {
            return new Promise(lastDay, optedOut, since, after);
        }
        return new Promise(Math.max(lastDay, lastDay(saidAt)), true, moment, after);
    }

    /** The patron opted in again then, and is forgotten until then; nothing is said to who had not opted out. */
    public Promise optedIn(Instant saidAt) {
        long moment = saidAt.toEpochMilli();
        if (!optedOut || moment <= since) {
            return this;
        }
        return new Promise(Math.max(lastDay, lastDay(saidAt)), false, moment, consent);
    }

    /** The patron let suggestions be made of their loans then, or did not any more. */
    public Promise consented(boolean isGiven, Instant saidAt) {
        return new Promise(
                lastDay,
                optedOut,
                since,
                isGiven ? consent.given(saidAt) : consent.withdrawn(saidAt));
    }

    /* It is tomorrow already east of here, and that day is the last that a loan can be of. */
    private static int lastDay(Instant saidAt) {
        return (int) LocalDate.ofInstant(saidAt, ZoneOffset.UTC).toEpochDay() + 1;
    }
}
