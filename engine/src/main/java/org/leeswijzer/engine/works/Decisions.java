package org.leeswijzer.engine.works;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.works.WorkDecision.Kind;

/**
 * All decisions of staff. A later one overrules an earlier one where both speak of the same two records; one that was undone
 * says nothing. One thread changes them, many read.
 */
public final class Decisions {
    private volatile Map<String, WorkDecision> byId = Map.of();
    private volatile Map<RecordId, List<WorkDecision>> holding = Map.of();

    /** Forgets all but these. */
    public void set(Collection<WorkDecision> decisions) {
        Map<String, WorkDecision> all = new TreeMap<>();
        decisions.forEach(decision -> all.merge(decision.id(), decision, Decisions::later));
        replace(all);
    }

    /** Adds one; returns whether it was not there. */
    public boolean add(WorkDecision decision) {
        Map<String, WorkDecision> all = new TreeMap<>(byId);
        WorkDecision now = all.merge(decision.id(), decision, Decisions::later);
        if (now.equals(byId.get(decision.id()))) {
            return false;
        }
        replace(all);
        return true;
    }

    private static WorkDecision later(WorkDecision a, WorkDecision b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private void replace(Map<String, WorkDecision> all) {
        Map<RecordId, List<WorkDecision>> index = new HashMap<>();
        Set<String> undone = undone(all.values());
        for (WorkDecision decision : new TreeSet<>(all.values())) {
            if (decision.kind() != Kind.UNDO && !undone.contains(decision.id())) {
                for (RecordId record : decision.records()) {
                    index.computeIfAbsent(record, r -> new ArrayList<>()).add(decision);
                }
            }
        }
        byId = all;
        holding = index;
    }

    private static Set<String> undone(Collection<WorkDecision> decisions) {
        Set<String> undone = new HashSet<>();
        for (WorkDecision decision : decisions) {
            if (decision.undoes() != null) {
                undone.add(decision.undoes());
            }
        }
        return undone;
    }

    /** All, undone ones too, oldest first. */
    public List<WorkDecision> all() {
        return byId.values().stream().sorted().toList();
    }

    /** The decision of that id. */
    public Optional<WorkDecision> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether it was undone. */
    public boolean isUndone(String id) {
        return undone(byId.values()).contains(id);
    }

    /** Those that hold of a record and name it, oldest first. */
    public List<WorkDecision> holding(RecordId record) {
        return holding.getOrDefault(record, List.of());
    }

    /** Whether a split that holds names one of the records. */
    public boolean isSplitOff(List<TitleRecord> records) {
        return !splits(records, null).isEmpty();
    }

    /** The merges that hold and name one of the records. */
    Set<WorkDecision> merges(List<TitleRecord> records) {
        return ofKind(Kind.MERGE, records, null);
    }

    /**
     * The splits that hold and name one of the records. Two records are kept apart if these are not the same for both.
     *
     * @param after only later ones; null for all
     */
    Set<WorkDecision> splits(List<TitleRecord> records, @Nullable WorkDecision after) {
        return ofKind(Kind.SPLIT, records, after);
    }

    private Set<WorkDecision> ofKind(
            Kind kind, List<TitleRecord> records, @Nullable WorkDecision after) {
        Map<RecordId, List<WorkDecision>> index = holding;
        if (index.isEmpty()) {
            return Set.of();
        }
        Set<WorkDecision> found = new HashSet<>();
        for (TitleRecord record : records) {
            RecordId id = record.recordId();
            for (WorkDecision decision : index.getOrDefault(id, List.of())) {
                if (decision.kind() == kind && (after == null || decision.compareTo(after) > 0)) {
                    found.add(decision);
                }
            }
        }
        return found;
    }
}
