package org.leeswijzer.api.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.Statistics;

/** What the store holds and which model serves, as metrics. */
@Singleton
final class EngineMetrics implements MeterBinder {
    private final Engine engine;

    EngineMetrics(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        held(registry, "libraries", "Libraries seen so far", Statistics::libraries);
        held(registry, "titles", "Titles that a catalogue describes", Statistics::describedTitles);
        held(registry, "loans", "Loans that count", Statistics::loans);
        held(registry, "loans.parked", "Loans of unknown items", Statistics::parkedLoans);
        held(registry, "patrons", "Patrons with a loan that counts", Statistics::patrons);
        held(registry, "titles.dirty", "Titles to be refreshed", Statistics::dirtyTitles);
        Gauge.builder("leeswijzer.model.version", engine, e -> e.model().version())
                .description("Version of the serving model, 0 before the first retrain")
                .register(registry);
        Gauge.builder(
                        "leeswijzer.model.trained",
                        engine,
                        e -> e.model().trained().toEpochMilli() / 1000.0)
                .description("When the retrain of the serving model began")
                .baseUnit("seconds")
                .register(registry);
    }

    private void held(
            MeterRegistry registry, String name, String what, ToDoubleFunction<Statistics> value) {
        Gauge.builder("leeswijzer." + name, engine, e -> value.applyAsDouble(e.statistics()))
                .description(what)
                .register(registry);
    }
}
