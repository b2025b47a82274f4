package org.leeswijzer.api.service;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.leeswijzer.ingest.ConsumerStatus;
import org.leeswijzer.ingest.LoanConsumer;
import org.leeswijzer.ingest.LostRange;

/**
 * How reading the event log goes. While the broker is away suggestions are served as before, only not fresher: that is
 * {@code DEGRADED}, not {@code DOWN}, or a load balancer would take away every replica at once. Where the broker refuses one
 * that has not read since it was started, or a setting is wrong, it is {@code DOWN}: an update with it should stop here.
 */
@Singleton
@Requires(beans = LoanConsumer.class)
final class EventLogHealth extends AbstractHealthIndicator<Map<String, Object>> {
    /*
     * Neither operational nor not. Of two that both are operational Micronaut takes neither for the worse one, whatever their
     * severity, and the whole would be what the last of its parts to answer is.
     */
    static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "served as before, but nothing new is heard", null, 500);

    private static final String REMEDY =
            "publish the lost records again at their source, or import them; have the broker keep records longer";

    private final LoanConsumer consumer;

    EventLogHealth(LoanConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    protected String getName() {
        return "eventLog";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        ConsumerStatus status = consumer.status();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", status.state().name().toLowerCase(Locale.ROOT));
        details.put("lag", status.totalLag());
        details.put("recordsRead", status.recordsRead());
        details.put("deadLetters", status.deadLetters());
        if (status.lost().ranges() > 0) {
            details.put("lostRecords", status.lost().records());
            details.put("lost", status.lost().last().stream().map(LostRange::toString).toList());
            details.put("remedy", REMEDY);
        }
        if (status.lastError() != null) {
            details.put("lastError", status.lastError());
        }
        healthStatus =
                switch (status.state()) {
                    case STARTING, READING, PAUSED -> HealthStatus.UP;
                    case FAILING, STOPPED -> DEGRADED;
                    case REFUSED -> hasRead(status) ? DEGRADED : HealthStatus.DOWN;
                };
        return details;
    }

    private static boolean hasRead(ConsumerStatus status) {
        return !status.lag().isEmpty();
    }
}
