package org.leeswijzer.api.service;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.backup.Restored;
import org.leeswijzer.engine.model.ModelInfo;

/** Whether the store answers, what it holds, and whether it may be served. */
@Singleton
@Readiness
final class StoreHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private static final String DOUBTED =
            "says %s, which is not believed: no loans are removed for it. See to the clock of this machine";

    private final Engine engine;
    private final RestoreWatch watch;

    StoreHealth(Engine engine, RestoreWatch watch) {
        this.engine = engine;
        this.watch = watch;
    }

    @Override
    protected String getName() {
        return "store";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        Statistics statistics = engine.statistics();
        ModelInfo model = engine.model();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("libraries", statistics.libraries());
        details.put("titles", statistics.describedTitles());
        details.put("loans", statistics.loans());
        details.put("parkedLoans", statistics.parkedLoans());
        details.put("dirtyTitles", statistics.dirtyTitles());
        details.put("modelVersion", model.version());
        details.put("pinned", model.pinned());
        details.put("trained", model.version() == 0 ? "never" : model.trained().toString());
        engine.day().doubted().ifPresent(day -> details.put("clock", DOUBTED.formatted(day)));
        Optional<Restored> restored = watch.waiting();
        restored.ifPresent(waiting -> details.put("waiting", RestoreWatch.why(waiting)));
        healthStatus = restored.isPresent() ? HealthStatus.DOWN : HealthStatus.UP;
        return details;
    }
}
