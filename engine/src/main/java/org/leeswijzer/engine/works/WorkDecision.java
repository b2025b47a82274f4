package org.leeswijzer.engine.works;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Ids;

/**
 * What somebody of the staff decided on some records. It names them by outside ids, so that it holds in every store, and
 * before and after every import.
 *
 * @param id given by whoever made it, never to two
 * @param records in order, none twice: at least two to merge, one to split
 * @param by who decided
 * @param undoes the id of the decision that is undone; null for the other kinds
 */
public record WorkDecision(
        String id,
        Kind kind,
        List<RecordId> records,
        String by,
        Instant at,
        String reason,
        @Nullable String undoes)
        implements Comparable<WorkDecision> {
    /** A record more than this would not be one work. */
    public static final int MOST_RECORDS = 200;

    /* Of two with one moment the id decides; never do two have the same id and differ. */
    private static final Comparator<WorkDecision> ORDER =
            Comparator.comparing(WorkDecision::at)
                    .thenComparing(WorkDecision::id)
                    .thenComparing(WorkDecision::toString);

    /** What is decided. */
    public enum Kind {
        /** The records are one work, whatever their catalogues say. */
        MERGE,
        /** The records are another work than all that are not among them. */
        SPLIT,
        /** An earlier decision does not hold. */
        UNDO
    }

    /** @throws IllegalArgumentException if something is missing, too much or too long */
    public WorkDecision {
        Ids.check("id", id);
        records = records.stream().sorted().distinct().toList();
        int least = kind == Kind.MERGE ? 2 : 1;
        if (records.size() < least || records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "records are %d: give %d to %d different ones"
                            .formatted(records.size(), least, MOST_RECORDS));
        }
        if ((kind == Kind.UNDO) != (undoes != null)) {
            throw new IllegalArgumentException(
                    "undoes is %s: give the id of the decision to undo, and none to merge or split"
                            .formatted(undoes == null ? "missing" : "given"));
        }
        Ids.check("by", by);
        if (reason.isBlank() || reason.length() > Ids.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "reason is blank or longer than %d characters: give one in a sentence"
                            .formatted(Ids.MAX_LENGTH));
        }
    }

    /** By time, then by id. */
    @Override
    public int compareTo(WorkDecision other) {
        return ORDER.compare(this, other);
    }
}
