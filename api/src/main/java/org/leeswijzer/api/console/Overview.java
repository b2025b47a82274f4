package org.leeswijzer.api.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.staff.JobJson;
import org.leeswijzer.engine.Statistics;
import org.leeswijzer.engine.model.ModelInfo;
import org.leeswijzer.ingest.ConsumerStatus;

/**
 * How everything stands.
 *
 * @param log empty where none is read
 * @param job the last retrain since the service was started; null if there was none
 * @param attention what somebody should look at
 * @param figures charts of the versions that are kept, as HTML
 */
public record Overview(
        ModelInfo model,
        Statistics statistics,
        Optional<ConsumerStatus> log,
        @Nullable JobJson job,
        List<Attention> attention,
        List<String> figures) {
    /** Copies the lists. */
    public Overview {
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
    }
}
