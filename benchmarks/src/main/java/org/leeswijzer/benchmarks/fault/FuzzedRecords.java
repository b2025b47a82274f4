package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.leeswijzer.benchmarks.fault.ReadAll.Letters;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.broker.EmbeddedBroker;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.RawRecord;

/** Spoiled records of every topic: each is read, ignored or in a dead letter, and the service reads on. */
final class FuzzedRecords implements Fault {
    /** So many are published between two looks. */
    private static final int AT_ONCE = 5_000;

    @Override
    public String name() {
        return "fuzzed records";
    }

    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        try (EmbeddedBroker broker = ground.broker()) {
            makeFolioTopics(broker);
            try (ChildService service = ground.serve(broker, ground.store())) {
                service.awaitServing();
                Map<String, Tally> tallies = publish(ground, broker);
                long records = tallies.values().stream().mapToLong(tally -> tally.records).sum();
                long bad = tallies.values().stream().mapToLong(tally -> tally.bad).sum();
                service.awaitRead(records);
                requireCounted(service, records, bad);
                requireLetters(broker, bad);
                requireReadsOn(service, broker, records);
                return Outcome.held(figures(tallies, records, bad));
            }
        }
    }

    private static void requireCounted(ChildService service, long records, long bad)
            throws InterruptedException {
        BrokenException.unless(
                service.eventLog().path("recordsRead").asLong() == records
                        && service.eventLog().path("deadLetters").asLong() == bad,
                "%d records with %d bad ones were published, it tells of %s",
                records,
                bad,
                service.eventLog());
    }

    private static void requireLetters(EmbeddedBroker broker, long bad) {
        Letters letters = ReadAll.letters(broker);
        BrokenException.unless(
                letters.count() == bad, "%d letters for %d bad records", letters.count(), bad);
        BrokenException.unless(
                letters.telling().isEmpty(), "a letter tells of a patron: %s", letters.telling());
    }

    private static void requireReadsOn(ChildService service, EmbeddedBroker broker, long records)
            throws IOException, InterruptedException {
        Sample whole = Sample.records(1).get(0);
        try (Publishing publishing = new Publishing(broker)) {
            publishing.send(
                    new ProducerRecord<>(
                            whole.topic(),
                            Publishing.bytes(whole.key()),
                            Publishing.bytes(whole.value())));
            publishing.finish();
        }
        service.awaitRead(records + 1);
        BrokenException.unless(service.status("/health") == 200, "it is not well afterwards");
    }

    private static Map<String, Object> figures(Map<String, Tally> tallies, long records, long bad) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", records);
        figures.put("deadLetters", bad);
        Map<String, Object> byTopic = new TreeMap<>();
        tallies.forEach(
                (topic, tally) ->
                        byTopic.put(topic, Map.of("records", tally.records, "bad", tally.bad)));
        figures.put("byTopic", byTopic);
        return figures;
    }

    /** Of one topic. */
    private static final class Tally {
        private long records;
        private long bad;
    }

    private static void makeFolioTopics(EmbeddedBroker broker) {
        List<NewTopic> topics =
                Sample.records(0).stream()
                        .map(Sample::topic)
                        .filter(topic -> topic.startsWith("folio."))
                        .map(topic -> new NewTopic(topic, Optional.of(2), Optional.empty()))
                        .toList();
        try (Admin admin = admin(broker)) {
            admin.createTopics(topics).all().get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("topics cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
    }

    /* What is bad is what the decoders refuse in this process too. */
    private static Map<String, Tally> publish(Ground ground, EmbeddedBroker broker)
            throws InterruptedException {
        Fuzzer fuzzer = new Fuzzer(ground.random());
        Decoders decoders =
                new Decoders(
                        "folio",
                        new Secrets(
                                ground.settings(ground.store()).secrets(),
                                new java.security.SecureRandom()),
                        Clock.systemUTC());
        Map<String, Tally> tallies = new TreeMap<>();
        try (Publishing publishing = new Publishing(broker)) {
            for (int n = 0; n < ground.scale().fuzzed(); n++) {
                for (Sample sample : Sample.records(n)) {
                    byte[] key = Publishing.bytes(sample.key());
                    byte[] value = fuzzer.spoil(Publishing.bytes(sample.value()));
                    publishing.send(new ProducerRecord<>(sample.topic(), key, value));
                    Tally tally = tallies.computeIfAbsent(sample.topic(), topic -> new Tally());
                    tally.records++;
                    tally.bad += isBad(decoders, new RawRecord(sample.topic(), key, value, null));
                }
                if (n % AT_ONCE == 0) {
                    publishing.finish();
                }
            }
            publishing.finish();
        }
        return tallies;
    }

    private static int isBad(Decoders decoders, RawRecord record) {
        try {
            var unused = decoders.decode(record);
            return 0;
        } catch (BadRecord e) {
            return 1;
        }
    }
}
