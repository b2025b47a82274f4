package org.leeswijzer.api.service;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.model.ModelInfo;

/** Whether the store answers, and what it holds. */
@Singleton
@Readiness
final class StoreHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final Engine engine;

    StoreHealth(Engine engine) {
        this.engine = engine;
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
        healthStatus = HealthStatus.UP;
        return details;
    }
}
