package org.leeswijzer.engine.rocksdb;

import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.works.Decisions;
import org.leeswijzer.engine.works.Grouping;
import org.leeswijzer.engine.works.WorkDecision;

/** Moves editions from one work to another in a batch, and what is counted of their loans with them. */
final class WorkKeeper {
    private final Batch batch;
    private final StoredCatalogue catalogue;
    private final Works works;
    private final Decisions decisions;
    private final Grouping grouping;
    private final HistoryMover histories;
    private final Changes changes;
    private final Grouping.Editions editions = new KnownEditions();

    WorkKeeper(
            Batch batch,
            StoredCatalogue catalogue,
            Works works,
            Decisions decisions,
            Grouping grouping,
            HistoryMover histories,
            Changes changes) {
        this.batch = batch;
        this.catalogue = catalogue;
        this.works = works;
        this.decisions = decisions;
        this.grouping = grouping;
        this.histories = histories;
        this.changes = changes;
    }

    /** The editions as this batch has left them. */
    private final class KnownEditions implements Grouping.Editions {
        @Override
        public List<TitleRecord> records(int edition) {
            return catalogue.edition(edition).records();
        }

        @Override
        public IntList together(int edition) {
            return new IntArrayList(works.editions(works.of(edition)));
        }

        @Override
        public OptionalInt of(RecordId record) {
            OptionalInt edition = catalogue.edition(batch, record);
            // A second id of a record finds its edition too, but a decision names records by their
            // first.
            return edition.isPresent() && isOf(record, edition.getAsInt())
                    ? edition
                    : OptionalInt.empty();
        }

        private boolean isOf(RecordId record, int edition) {
            return records(edition).stream()
                    .anyMatch(
                            each ->
                                    each.library().equals(record.library())
                                            && each.id().equals(record.id()));
        }
    }

    /** A record of the edition is new or other than before. */
    void changed(Title before, Title after) {
        regroup(grouping.touched(after.number(), before.records(), after.records()));
    }

    /** Staff decided something. */
    void decided(WorkDecision decision) {
        if (!decisions.add(decision)) {
            return;
        }
        batch.put(
                Table.DECISIONS, DecisionLayout.key(decision.id()), DecisionLayout.value(decision));
        changes.catalogue = true;
        List<RecordId> records = new ArrayList<>(decision.records());
        if (decision.undoes() != null) {
            decisions.of(decision.undoes()).ifPresent(undone -> records.addAll(undone.records()));
        }
        IntList start = new IntArrayList();
        records.forEach(record -> catalogue.edition(batch, record).ifPresent(start::add));
        regroup(start);
    }

    /** Puts these editions together anew, and all that hang together with them; returns how many there are. */
    int regroup(IntCollection start) {
        Collection<IntList> groups = grouping.around(start, editions);
        Int2IntMap moves = new Int2IntLinkedOpenHashMap();
        int reached = 0;
        for (IntList group : groups) {
            reached += group.size();
            for (int edition : group) {
                if (works.of(edition) != group.getInt(0)) {
                    moves.put(edition, group.getInt(0));
                }
            }
        }
        if (!moves.isEmpty()) {
            changes.catalogue = true;
            changes.moved.addAll(moves.keySet());
            histories.move(moves);
        }
        groups.forEach(group -> catalogue.show(group, decisions));
        return reached;
    }
}
