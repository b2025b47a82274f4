package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** The service is killed again and again while it opens its store and while it reads. */
final class Kills implements Fault {
    /** Of so many lives one ends while the store is opened, or before. */
    private static final int OPENING = 4;

    private static final int LONGEST_OPENING_MILLIS = 3_000;
    private static final int LONGEST_READING_MILLIS = 300;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        SeededLoans loans = ground.loans();
        int kills = ground.scale().kills();
        SplittableRandom random = ground.random();
        Undisturbed undisturbed = new Undisturbed(ground);
        try (EmbeddedBroker broker = ground.broker();
                Publishing publishing = new Publishing(broker)) {
            publishing.titles();
            undisturbed.catchUp(broker, ground.store());
            int atWork = 0;
            for (int kill = 0; kill < kills; kill++) {
                int to = (int) ((kill + 1L) * loans.size() / kills);
                publishing.loans(loans, (int) ((long) kill * loans.size() / kills), to);
                liveAndDie(ground, broker, random);
                atWork += stored(ground) < to ? 1 : 0;
            }
            BrokenException.unless(
                    atWork > kills / 5,
                    "only %d of %d kills had something left to read",
                    atWork,
                    kills);
            long counted = undisturbed.requireEqual(broker, ground.store(), loans);
            return Outcome.held(
                    Map.of(
                            "kills", kills,
                            "killsWithRecordsLeftToRead", atWork,
                            "loansPublished", loans.size(),
                            "loansCounted", counted));
        }
    }

    private static void liveAndDie(Ground ground, EmbeddedBroker broker, SplittableRandom random)
            throws IOException, InterruptedException {
        // Small batches: many moments to be killed at.
        ChildService service =
                ground.serve(
                        broker,
                        ground.store(),
                        "--set=leeswijzer.kafka.properties.max.poll.records=20");
        try {
            if (random.nextInt(OPENING) > 0) {
                service.awaitSaid("Session reading");
                requireAlive(service, random.nextInt(LONGEST_READING_MILLIS));
            } else {
                requireAlive(service, random.nextInt(LONGEST_OPENING_MILLIS));
            }
        } finally {
            service.kill();
        }
    }

    private static void requireAlive(ChildService service, int millis) throws InterruptedException {
        BrokenException.unless(
                !service.endsWithin(millis), "it ended by itself: %s", service.said());
    }

    /** How many records of loans the store has read. */
    private static long stored(Ground ground) {
        try (Engine engine =
                Engine.openReadOnly(ground.settings(ground.store()), Clock.systemUTC())) {
            long read = 0;
            for (int partition = 0; partition < Topics.LOAN_PARTITIONS; partition++) {
                read += engine.nextOffset(new LogPartition(Topics.LOANS, partition)).orElse(0);
            }
            return read;
        }
    }
}
