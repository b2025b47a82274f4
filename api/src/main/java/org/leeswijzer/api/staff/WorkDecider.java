package org.leeswijzer.api.staff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.works.WorkDesk;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.load.Publisher;

/**
 * Decides on works for staff: through the event log where there is one, so that every replica hears of it, else in the store.
 */
public final class WorkDecider {
    private final Engine engine;
    private final Optional<ConsumerSettings> log;

    /**
     * Where decisions go.
     *
     * @param engine that knows the records; to be written only where there is no log
     * @param log the event log; empty if none is read
     */
    public WorkDecider(Engine engine, Optional<ConsumerSettings> log) {
        this.engine = engine;
        this.log = log;
    }

    /** All decisions that the store knows of. */
    public DecisionsJson list() {
        return DecisionsJson.of(engine.workDesk());
    }

    /**
     * Has the records be one work.
     *
     * @throws org.leeswijzer.engine.works.WorkRefusal if they cannot be
     */
    public DecidedJson merge(WorkOrderJson order, String by) {
        return tell(engine.workDesk().merge(records(order), by, reason(order.reason())));
    }

    /**
     * Has the records be another work than all others.
     *
     * @throws org.leeswijzer.engine.works.WorkRefusal if they cannot be
     */
    public DecidedJson split(WorkOrderJson order, String by) {
        return tell(engine.workDesk().split(records(order), by, reason(order.reason())));
    }

    /**
     * Has an earlier decision hold no more.
     *
     * @throws org.leeswijzer.engine.works.WorkRefusal if there is none to undo
     */
    public DecidedJson undo(UndoJson order, String by) {
        String id = Given.text("id", order.id(), "the id of the decision");
        return tell(engine.workDesk().undo(id, by, reason(order.reason())));
    }

    private static String reason(@Nullable String given) {
        return Given.text("reason", given, "why, for who looks at it later");
    }

    private static List<RecordId> records(WorkOrderJson order) {
        return order.records().stream().map(RecordJson::record).toList();
    }

    private DecidedJson tell(WorkDesk.Proposal proposal) {
        LibraryEvent event = new LibraryEvent.WorkDecided(proposal.decision());
        if (log.isPresent()) {
            publish(log.get(), event);
        } else {
            engine.accept(EventBatch.of(List.of(event)));
        }
        return DecidedJson.of(proposal, log.isPresent());
    }

    /* A decision has no key of a patron or a loan, so that no rotation matters. */
    private static void publish(ConsumerSettings log, LibraryEvent event) {
        Topics.create(log);
        try (Publisher publisher =
                Publisher.to(log.bootstrapServers(), log.kafkaProperties(), library -> 0)) {
            publisher.take(List.of(event));
            publisher.finish();
        }
    }
}
