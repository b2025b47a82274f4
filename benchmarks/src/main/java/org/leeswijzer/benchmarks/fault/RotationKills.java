package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** A library's secret is rotated again and again, and most rotations are killed on their way. */
final class RotationKills implements Fault {
    private static final String LIBRARY = "noord";

    /** One rotation in so many of the kills of a service. */
    private static final int SHARE = 5;

    private static final int FEWEST = 3;
    private static final int LONGEST_MILLIS = 4_000;

    @Override
    public String name() {
        return "rotation kills";
    }

    /*
     * All loans are published again afterwards. Had a rotation been left half done, they would be counted beside those that are
     * there under other keys.
     */
    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        SeededLoans loans = ground.loans();
        int begun = Math.max(FEWEST, ground.scale().kills() / SHARE);
        Undisturbed undisturbed = new Undisturbed(ground);
        try (EmbeddedBroker broker = ground.broker();
                Publishing publishing = new Publishing(broker)) {
            publishing.titles();
            undisturbed.catchUp(broker, ground.store());
            publishing.loans(loans, 0, loans.size());
            undisturbed.catchUp(broker, ground.store());
            int killed = 0;
            for (int rotation = 0; rotation < begun; rotation++) {
                killed += isKilled(ground, ground.random(rotation)) ? 1 : 0;
            }
            publishing.loans(loans, 0, loans.size());
            long counted = undisturbed.requireEqual(broker, ground.store(), loans);
            return Outcome.held(
                    Map.of(
                            "rotationsBegun", begun,
                            "rotationsKilled", killed,
                            "rotationsDone", rotations(ground),
                            "loansPublishedTwice", loans.size(),
                            "loansCounted", counted));
        }
    }

    private static boolean isKilled(Ground ground, SplittableRandom random)
            throws IOException, InterruptedException {
        ChildService rotation =
                ground.run(
                        List.of(
                                "rotate-secret",
                                "--library=" + LIBRARY,
                                "--folder=" + ground.folder(),
                                "--set=leeswijzer.store=" + ground.store()));
        boolean ended = rotation.endsWithin(random.nextInt(LONGEST_MILLIS));
        if (ended) {
            BrokenException.unless(
                    rotation.said().contains("The store is under secret"),
                    "a rotation ended by itself: %s",
                    rotation.said());
        }
        rotation.kill();
        return !ended;
    }

    private static int rotations(Ground ground) {
        try (Engine engine =
                Engine.openReadOnly(ground.settings(ground.store()), Clock.systemUTC())) {
            return engine.secrets().rotation(new Library(LIBRARY));
        }
    }
}
