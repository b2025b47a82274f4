package org.leeswijzer.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** The disk of the store is full while loans come: the service says so, and started anew goes on when there is room. */
final class FullDisk implements Fault {
    static final int LOANS = 21_000;

    /** As often something is published. */
    private static final int STEPS = 3;

    /** Less than a write-ahead log sets aside where it can, so that what is full is full. */
    private static final int MEBIBYTES = 32;

    private static final String FULL = "the disk is full where the store is";

    @Override
    public String name() {
        return "full disk";
    }

    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        SmallDisk disk;
        try {
            disk = SmallDisk.mount(ground.folder().resolve("disk"), MEBIBYTES);
        } catch (IOException e) {
            return Outcome.skipped("no small disk can be mounted here: " + e.getMessage());
        }
        try (disk;
                EmbeddedBroker broker = ground.broker();
                Publishing publishing = new Publishing(broker)) {
            return new Run(ground, disk, broker, publishing).run();
        }
    }

    private static final class Run {
        private final Ground ground;
        private final SmallDisk disk;
        private final EmbeddedBroker broker;
        private final Publishing publishing;
        private final SeededLoans loans;
        private final Map<String, Object> figures = new LinkedHashMap<>();
        private int published;

        Run(Ground ground, SmallDisk disk, EmbeddedBroker broker, Publishing publishing) {
            this.ground = ground;
            this.disk = disk;
            this.broker = broker;
            this.publishing = publishing;
            loans = new SeededLoans(LOANS, ground.scale().seed());
        }

        Outcome run() throws IOException, InterruptedException {
            Undisturbed undisturbed = new Undisturbed(ground);
            publishing.titles();
            undisturbed.catchUp(broker, disk.path().resolve("store"));
            try (ChildService service = serve()) {
                service.awaitServing();
                publish();
                service.awaitRead(published);
                fillUnder(service);
                service.kill();
            }
            try (ChildService refused = serve()) {
                figures.put("exitCodeOfAStartOnAFullDisk", refused.awaitEnd());
                BrokenException.unless(
                        refused.said().contains(FULL), "it does not say why: %s", refused.said());
            }
            disk.empty();
            publish();
            figures.put("loansPublished", published);
            figures.put(
                    "loansCounted",
                    undisturbed.requireEqual(broker, disk.path().resolve("store"), loans));
            return Outcome.held(figures);
        }

        private ChildService serve() throws IOException {
            return ground.serve(
                    broker,
                    disk.path().resolve("store"),
                    "--set=leeswijzer.kafka.properties.max.poll.records=200");
        }

        private void publish() throws InterruptedException {
            int to = published + LOANS / STEPS;
            publishing.loans(loans, published, to);
            published = to;
        }

        private void fillUnder(ChildService service) throws IOException, InterruptedException {
            disk.fill();
            publish();
            Patience.until(FULL, () -> tells(service.health()), service::said);
            BrokenException.unless(
                    service.status("/v1/titles/t1/suggestions") == 200, "it does not serve");
        }

        private static boolean tells(JsonNode health) {
            JsonNode log = health.path("details").path("eventLog").path("details");
            return health.path("status").asText().equals("DEGRADED")
                    && log.path("lastError").asText().contains(FULL);
        }
    }
}
