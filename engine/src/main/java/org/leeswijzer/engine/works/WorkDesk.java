package org.leeswijzer.engine.works;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.works.WorkDecision.Kind;
import org.leeswijzer.engine.works.WorkRefusal.Why;

/**
 * Turns what staff ask for into a decision, if nothing speaks against it. Nothing is stored here: the decision is an event
 * like any other. Safe for use by many threads.
 */
public final class WorkDesk {
    private final Catalogue catalogue;
    private final Decisions decisions;
    private final Clock clock;
    private final Supplier<String> ids;

    /** @param ids gives every decision another */
    public WorkDesk(Catalogue catalogue, Decisions decisions, Clock clock, Supplier<String> ids) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A decision that can be made.
     *
     * @param overrules earlier ones that say otherwise of some of the records
     */
    public record Proposal(WorkDecision decision, List<WorkDecision> overrules) {
        public Proposal {
            overrules = List.copyOf(overrules);
        }
    }

    /** All decisions, undone ones too, oldest first. */
    public List<WorkDecision> decisions() {
        return decisions.all();
    }

    /** Whether somebody undid the decision. */
    public boolean isUndone(WorkDecision decision) {
        return decisions.isUndone(decision.id());
    }

    /**
     * That the records are one work.
     *
     * @throws WorkRefusal if one is not known, or they are of forms that are never one work
     */
    public Proposal merge(List<RecordId> records, String by, String reason) {
        List<TitleRecord> known = known(records);
        for (TitleRecord record : known) {
            if (!form(record).equals(form(known.get(0)))) {
                throw new WorkRefusal(
                        Why.CONFLICT,
                        "%s is %s and %s is %s, which are never one work: leave one out"
                                .formatted(
                                        name(known.get(0)),
                                        form(known.get(0)),
                                        name(record),
                                        form(record)));
            }
        }
        return propose(Kind.MERGE, known, by, reason);
    }

    /**
     * That the records are another work than all others.
     *
     * @throws WorkRefusal if one is not known, or there are no others
     */
    public Proposal split(List<RecordId> records, String by, String reason) {
        List<TitleRecord> known = known(records);
        Set<TitleRecord> others = new HashSet<>();
        known.forEach(record -> others.addAll(title(record).records()));
        known.forEach(others::remove);
        if (others.isEmpty()) {
            throw new WorkRefusal(
                    Why.CONFLICT,
                    "%s is in no work with other records: there is nothing to split"
                            .formatted(name(known.get(0))));
        }
        return propose(Kind.SPLIT, known, by, reason);
    }

    /**
     * That an earlier decision does not hold.
     *
     * @throws WorkRefusal if it is not known, was undone before, or undoes one itself
     */
    public Proposal undo(String id, String by, String reason) {
        WorkDecision undone =
                decisions
                        .of(id)
                        .orElseThrow(
                                () ->
                                        new WorkRefusal(
                                                Why.UNKNOWN,
                                                "decision is '%s', which nobody made: give an id of the list"
                                                        .formatted(id)));
        if (undone.kind() == Kind.UNDO || decisions.isUndone(id)) {
            throw new WorkRefusal(
                    Why.CONFLICT,
                    "decision %s %s: merge or split anew"
                            .formatted(
                                    id,
                                    undone.kind() == Kind.UNDO
                                            ? "undoes another"
                                            : "is undone already"));
        }
        return new Proposal(decision(Kind.UNDO, undone.records(), by, reason, id), List.of());
    }

    private Proposal propose(Kind kind, List<TitleRecord> known, String by, String reason) {
        WorkDecision decision =
                decision(
                        kind, known.stream().map(TitleRecord::recordId).toList(), by, reason, null);
        Set<WorkDecision> other = new HashSet<>();
        for (RecordId record : decision.records()) {
            other.addAll(decisions.holding(record));
        }
        for (WorkDecision each : other) {
            if (each.kind() == kind && each.records().equals(decision.records())) {
                throw new WorkRefusal(
                        Why.CONFLICT,
                        "decision %s says that already, by %s".formatted(each.id(), each.by()));
            }
        }
        List<WorkDecision> overruled =
                other.stream().filter(each -> isAgainst(each, decision)).sorted().toList();
        return new Proposal(decision, overruled);
    }

    /* A split of records of which a merge names all or none leaves that merge as it is, and the other way round. */
    private static boolean isAgainst(WorkDecision earlier, WorkDecision later) {
        WorkDecision merge = later.kind() == Kind.MERGE ? later : earlier;
        WorkDecision split = later.kind() == Kind.MERGE ? earlier : later;
        List<RecordId> both = new ArrayList<>(merge.records());
        both.retainAll(split.records());
        return earlier.kind() != later.kind()
                && !both.isEmpty()
                && both.size() < merge.records().size();
    }

    private WorkDecision decision(
            Kind kind, List<RecordId> records, String by, String reason, @Nullable String undoes) {
        return new WorkDecision(
                ids.get(),
                kind,
                records,
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reason,
                undoes);
    }

    private List<TitleRecord> known(List<RecordId> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("records are none: give library and id of each");
        }
        return records.stream().map(this::known).toList();
    }

    private TitleRecord known(RecordId record) {
        OptionalInt number = catalogue.find(record.library(), record.id());
        Optional<TitleRecord> found =
                number.isEmpty()
                        ? Optional.empty()
                        : catalogue.title(number.getAsInt()).records().stream()
                                .filter(each -> each.library().equals(record.library()))
                                .filter(
                                        each ->
                                                each.id().equals(record.id())
                                                        || record.id().equals(each.hrid()))
                                .findFirst();
        return found.orElseThrow(
                () ->
                        new WorkRefusal(
                                Why.UNKNOWN,
                                "record is '%s' of %s, which no catalogue describes: give a record's id"
                                        .formatted(record.id(), record.library())));
    }

    private Title title(TitleRecord record) {
        return catalogue.title(catalogue.find(record.library(), record.id()).orElseThrow());
    }

    private static String form(TitleRecord record) {
        return record.description().mediaType().form().text();
    }

    private static String name(TitleRecord record) {
        return "%s of %s".formatted(record.id(), record.library());
    }
}
