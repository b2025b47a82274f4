package org.leeswijzer.benchmarks.intake;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.benchmarks.generate.GenerateLoans;
import org.leeswijzer.benchmarks.generate.LoanGenerator;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.ingest.Topics;

/** Generated loans, those of all patrons mixed as at many desks, published as a library's own lines are: with its numbers. */
final class MixedLoans {
    static final Library LIBRARY = new Library("generated");

    private final LocalDate until;
    private final IntArrayList patrons = new IntArrayList();
    private final IntArrayList titles = new IntArrayList();
    private final IntArrayList days = new IntArrayList();

    /** @param until no loan is of a later day */
    MixedLoans(LoanGenerator generator, LocalDate until) {
        this.until = until;
        generator.generate(
                (patron, title, day) -> {
                    patrons.add(patron);
                    titles.add(title);
                    days.add(day);
                });
        mix(new SplittableRandom(generator.seed() + 1));
    }

    private void mix(SplittableRandom random) {
        for (int i = size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            swap(patrons, i, j);
            swap(titles, i, j);
            swap(days, i, j);
        }
    }

    private static void swap(IntArrayList list, int i, int j) {
        list.set(i, list.set(j, list.getInt(i)));
    }

    int size() {
        return patrons.size();
    }

    /** Publishes all of them; returns how many bytes their lines have. */
    long publish(String bootstrapServers) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < size(); i++) {
                byte[] line = line(i);
                bytes += line.length;
                var unused =
                        producer.send(
                                new ProducerRecord<>(Topics.LOANS, key(i), line),
                                (metadata, e) -> failure.compareAndSet(null, e));
            }
        }
        Exception e = failure.get();
        if (e != null) {
            throw new KafkaException("loans cannot be published", e);
        }
        return bytes;
    }

    private byte[] line(int i) {
        return GenerateLoans.line(
                LIBRARY, until, i, patrons.getInt(i), titles.getInt(i), days.getInt(i));
    }

    private byte[] key(int i) {
        return ("p" + patrons.getInt(i)).getBytes(StandardCharsets.UTF_8);
    }
}
