package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int LONGEST_MILLIS = 700;

    /** Where the store keeps what is about to be taken in. */
    private static final String FILES = "rekey";

    private static final String DONE = "The store is under secret";

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
            rotate(ground);
            publishing.loans(loans, 0, loans.size());
            long counted = undisturbed.requireEqual(broker, ground.store(), loans);
            return Outcome.held(
                    Map.of(
                            "rotationsBegun",
                            begun + 1,
                            "rotationsKilled",
                            killed,
                            "rotationsDone",
                            rotations(ground),
                            "loansPublishedTwice",
                            loans.size(),
                            "loansCounted",
                            counted));
        }
    }

    /* Within a moment of when it begins to write; some come to their end before. */
    private static boolean isKilled(Ground ground, SplittableRandom random)
            throws IOException, InterruptedException {
        Path files = ground.store().resolve(FILES);
        ChildService rotation = begin(ground);
        try {
            Patience.until(
                    "files of a rotation",
                    () -> Files.exists(files) || !rotation.isAlive(),
                    rotation::said);
            boolean ended = rotation.endsWithin(random.nextInt(LONGEST_MILLIS));
            BrokenException.unless(
                    !ended || rotation.said().contains(DONE), "it failed: %s", rotation.said());
            return !ended;
        } finally {
            rotation.kill();
        }
    }

    private static void rotate(Ground ground) throws IOException, InterruptedException {
        ChildService rotation = begin(ground);
        int code = rotation.awaitEnd();
        BrokenException.unless(code == 0, "it failed: %s", rotation.said());
    }

    private static ChildService begin(Ground ground) throws IOException {
        return ground.run(
                List.of(
                        "rotate-secret",
                        "--library=" + LIBRARY,
                        "--folder=" + ground.folder(),
                        "--set=leeswijzer.store=" + ground.store()));
    }

    private static int rotations(Ground ground) {
        try (Engine engine =
                Engine.openReadOnly(ground.settings(ground.store()), Clock.systemUTC())) {
            return engine.secrets().rotation(new Library(LIBRARY));
        }
    }
}
