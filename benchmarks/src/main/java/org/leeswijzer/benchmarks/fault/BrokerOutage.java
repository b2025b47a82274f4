package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** The broker stops, stays away and comes back, while somebody asks the service all the time. */
final class BrokerOutage implements Fault {
    private static final long ASK_MILLIS = 100;

    @Override
    public String name() {
        return "broker outage";
    }

    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        SeededLoans loans = ground.loans();
        Undisturbed undisturbed = new Undisturbed(ground);
        EmbeddedBroker before = ground.broker();
        try (Publishing publishing = new Publishing(before)) {
            publishing.titles();
            undisturbed.catchUp(before, ground.store());
            publishing.loans(loans, 0, loans.size() / 2);
        }
        try (ChildService service = ground.serve(before, ground.store());
                Reader reader = new Reader(service)) {
            service.awaitServing();
            service.awaitRead(loans.size() / 2);
            reader.begin();
            before.close();
            awaitStatus(service, "DEGRADED");
            BrokenException.unless(
                    service.status("/health") == 200, "a load balancer would take it away");
            Thread.sleep(ground.scale().outage().toMillis());
            return end(ground, service, reader, loans, undisturbed);
        } finally {
            before.close();
        }
    }

    private static Outcome end(
            Ground ground,
            ChildService service,
            Reader reader,
            SeededLoans loans,
            Undisturbed undisturbed)
            throws IOException, InterruptedException {
        try (EmbeddedBroker after = ground.broker();
                Publishing publishing = new Publishing(after)) {
            publishing.loans(loans, loans.size() / 2, loans.size());
            service.awaitRead(loans.size());
            awaitStatus(service, "UP");
            reader.close();
            service.close();
            long counted = undisturbed.requireEqual(after, ground.store(), loans);
            BrokenException.unless(
                    reader.refused.get() == 0, "%d readers got no answer", reader.refused.get());
            return Outcome.held(
                    Map.of(
                            "outageSeconds", ground.scale().outage().toSeconds(),
                            "askedMeanwhile", reader.asked.get(),
                            "notAnswered", reader.refused.get(),
                            "loansPublished", loans.size(),
                            "loansCounted", counted));
        }
    }

    private static void awaitStatus(ChildService service, String status)
            throws IOException, InterruptedException {
        Patience.until(
                status,
                () -> service.health().path("status").asText().equals(status),
                service::said);
    }

    /** Somebody who looks titles up all the time. */
    private static final class Reader implements AutoCloseable {
        private final ChildService service;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final Thread thread = new Thread(this::run, "reader");

        Reader(ChildService service) {
            this.service = service;
            thread.setDaemon(true);
        }

        void begin() {
            thread.start();
        }

        private void run() {
            try {
                while (!ended.get()) {
                    asked.incrementAndGet();
                    refused.addAndGet(service.status("/v1/titles/t1/suggestions") == 200 ? 0 : 1);
                    Thread.sleep(ASK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            ended.set(true);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
