package org.leeswijzer.api.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.ingest.load.DryRun;
import org.leeswijzer.ingest.load.ImportReport;
import org.leeswijzer.ingest.load.Kind;

/**
 * An import at one moment.
 *
 * @param by who sent the file
 * @param share of it that is read, from 0 to 1
 * @param report null as long as it is being tried
 * @param tried what would be taken; null as long as it is being tried
 * @param outcomes what became of what was stored; empty where it went to the event log
 * @param failure why it ended too soon, in English; null if it did not
 */
public record ImportState(
        Phase phase,
        String name,
        Kind kind,
        String by,
        double share,
        @Nullable ImportReport report,
        @Nullable DryRun tried,
        Map<Outcome, Long> outcomes,
        @Nullable String failure) {

    /** How far it is. */
    public enum Phase {
        /** It is read, and nothing is written. */
        TRYING,
        /** It was read; somebody is to say whether it is taken. */
        TRIED,
        TAKING,
        TAKEN,
        FAILED
    }

    /** Copies the map. */
    public ImportState {
        outcomes = Map.copyOf(outcomes);
    }

    /** Whether it will change without anybody doing anything. */
    public boolean isRunning() {
        return phase == Phase.TRYING || phase == Phase.TAKING;
    }
}
