package org.leeswijzer.api.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.leeswijzer.engine.loan.LogPartition;
import org.leeswijzer.ingest.LoanConsumer;

/** The lag of each partition as a metric; partitions come and go while the service runs. It opens nothing by itself. */
@Singleton
class PartitionLag {
    private volatile Runnable refreshing = () -> {};

    /** From now on there is a gauge per partition. */
    void follow(LoanConsumer consumer, MeterRegistry registry) {
        MultiGauge gauge =
                MultiGauge.builder("leeswijzer.log.partition.lag")
                        .description("Records not yet read, by partition")
                        .register(registry);
        refreshing =
                () ->
                        gauge.register(
                                consumer.status().lag().keySet().stream()
                                        .map(partition -> row(consumer, partition))
                                        .toList(),
                                false);
    }

    /** Brings the partitions up to date that there is a lag of. */
    @Scheduled(fixedDelay = "2s")
    void refresh() {
        refreshing.run();
    }

    private static MultiGauge.Row<LoanConsumer> row(LoanConsumer consumer, LogPartition partition) {
        return MultiGauge.Row.of(
                Tags.of(
                        "topic",
                        partition.topic(),
                        "partition",
                        Integer.toString(partition.partition())),
                consumer,
                c -> c.status().lag().getOrDefault(partition, 0L));
    }
}
