package org.leeswijzer.api.command;

import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.MomentarySecrets;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.Known;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.engine.privacy.Secrets;

/** What an import that is only tried is held against: the store as it is now, also while a service runs, if it can be read. */
final class Trial implements AutoCloseable {
    private final @Nullable Engine engine;
    private final String whyNot;
    private final Secrets secrets;

    private Trial(@Nullable Engine engine, String whyNot, Secrets secrets) {
        this.engine = engine;
        this.whyNot = whyNot;
        this.secrets = secrets;
    }

    static Trial of(EngineSettings settings, Clock clock) {
        try {
            Engine engine = Engine.openReadOnly(settings, clock);
            return new Trial(engine, "", engine.secrets());
        } catch (StoreException e) {
            return new Trial(
                    null,
                    String.valueOf(e.getMessage()),
                    new Secrets(settings.secrets(), new SecureRandom()));
        }
    }

    /** What the store has; null if there is none that can be read. */
    @Nullable Known known() {
        return engine == null ? null : engine.known();
    }

    /** Why there is none. */
    String whyNot() {
        return whyNot;
    }

    /** The libraries' own, to find again what is stored; of a library without a secret nothing is stored, and none is made. */
    Pseudonymisers pseudonymisers() {
        return new MomentarySecrets(secrets, new SecureRandom());
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
