package org.leeswijzer.api.access;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were refused, by the role that was wanted, and how many came too soon: as metrics, without addresses. */
@Singleton
final class Refusals implements MeterBinder {
    private final Map<Role, LongAdder> byRole = new EnumMap<>(Role.class);
    private final LongAdder limitedAddresses = new LongAdder();
    private final LongAdder limitedKeys = new LongAdder();

    Refusals() {
        for (Role role : Role.values()) {
            byRole.put(role, new LongAdder());
        }
    }

    /** Counts one who has not that role. */
    void refused(Role wanted) {
        of(wanted).increment();
    }

    /** Counts one who asked too often. */
    void limited(boolean byKey) {
        (byKey ? limitedKeys : limitedAddresses).increment();
    }

    private LongAdder of(Role role) {
        return Objects.requireNonNull(byRole.get(role), "there is one for each role");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Role role : Role.values()) {
            count("refused", "Requests of those who have not the role", of(role))
                    .tag("role", role.text())
                    .register(registry);
        }
        count("limited", "Requests that came too soon", limitedAddresses)
                .tag("by", "address")
                .register(registry);
        count("limited", "Requests that came too soon", limitedKeys)
                .tag("by", "key")
                .register(registry);
    }

    private static FunctionCounter.Builder<LongAdder> count(
            String name, String what, LongAdder value) {
        return FunctionCounter.builder("leeswijzer.access." + name, value, LongAdder::sum)
                .description(what);
    }
}
