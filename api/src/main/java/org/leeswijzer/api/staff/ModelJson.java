package org.leeswijzer.api.staff;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.model.Judged;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Origin;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;

/**
 * A version of the model. Moments and days are ISO 8601.
 *
 * @param state {@code candidate} while it is made, {@code serving}, {@code kept} or {@code withheld}
 * @param began when its retrain began
 * @param tookSeconds from then until its rows were there
 * @param by who asked for it
 * @param parameters absent as long as it is a candidate
 * @param made of what; absent as long as it is a candidate
 * @param judged how good its parameters are; absent if nothing could be held out
 * @param verdict the gate's
 * @param published when it last began to serve; absent if it never has
 * @param imported where it came from; absent if it was made here
 */
@Serdeable
public record ModelJson(
        int version,
        String state,
        String began,
        double tookSeconds,
        String by,
        @Nullable ParametersJson parameters,
        @Nullable MadeJson made,
        @Nullable JudgedJson judged,
        VerdictJson verdict,
        @Nullable PublishedJson published,
        @Nullable ImportedJson imported) {
    private static final double MILLIS = 1000;

    /** What it was told; the first three as the blend has them. */
    @Serdeable
    public record ParametersJson(
            double kinshipWeight, double recencyDays, double popularityPenalty, int minBorrowers) {
        static ParametersJson of(Parameters parameters) {
            return new ParametersJson(
                    parameters.blend().kinshipWeight(),
                    parameters.blend().recencyDays(),
                    parameters.blend().popularityPenalty(),
                    parameters.minBorrowers());
        }
    }

    /**
     * What it was made of, and what came of it.
     *
     * @param loans pairs of a patron and a title
     * @param covered titles with at least one neighbour
     */
    @Serdeable
    public record MadeJson(
            int libraries,
            int titles,
            int patrons,
            long loans,
            int covered,
            long neighbours,
            @Nullable String firstDay,
            @Nullable String lastDay) {
        static MadeJson of(Made made) {
            return new MadeJson(
                    made.libraries(),
                    made.titles(),
                    made.patrons(),
                    made.loans(),
                    made.covered(),
                    made.neighbours(),
                    made.firstDay() == null ? null : made.firstDay().toString(),
                    made.lastDay() == null ? null : made.lastDay().toString());
        }
    }

    /**
     * How good its parameters are on loans that were held out.
     *
     * @param cases so many patrons' later loans were to be foretold
     * @param figures by name, such as {@code ndcg}
     * @param above by how much its nDCG is above that of the version that served
     */
    @Serdeable
    public record JudgedJson(
            int cases, Map<String, FigureJson> figures, @Nullable FigureJson above) {
        static JudgedJson of(Judged judged) {
            Map<String, FigureJson> figures = new TreeMap<>();
            judged.figures().forEach((name, figure) -> figures.put(name, FigureJson.of(figure)));
            return new JudgedJson(
                    judged.cases(),
                    figures,
                    judged.above() == null ? null : FigureJson.of(judged.above()));
        }
    }

    /** What the gate said. */
    @Serdeable
    public record VerdictJson(boolean passed, List<FindingJson> findings) {
        public VerdictJson {
            findings = List.copyOf(findings);
        }

        static VerdictJson of(Verdict verdict) {
            return new VerdictJson(
                    verdict.passed(),
                    verdict.findings().stream()
                            .map(
                                    finding ->
                                            new FindingJson(
                                                    finding.check().text(),
                                                    finding.passed(),
                                                    finding.text()))
                            .toList());
        }
    }

    /**
     * One thing that the gate looked at.
     *
     * @param check {@code accuracy}, {@code coverage}, {@code loans}, {@code parked}, {@code lag} or {@code unchanged}
     * @param text what was found and what is allowed
     */
    @Serdeable
    public record FindingJson(String check, boolean passed, String text) {}

    /** Who put it to serve last. */
    @Serdeable
    public record PublishedJson(String by, String at, @Nullable String reason) {
        static PublishedJson of(Published published) {
            return new PublishedJson(published.by(), published.at().toString(), published.reason());
        }
    }

    /**
     * Where it came from.
     *
     * @param version that it was there
     */
    @Serdeable
    public record ImportedJson(int version, String by, String at) {
        static ImportedJson of(Origin origin) {
            return new ImportedJson(origin.number(), origin.by(), origin.at().toString());
        }
    }

    /** As it is told outside. */
    public static ModelJson of(ModelVersion version) {
        return new ModelJson(
                version.number(),
                version.state().text(),
                version.began().toString(),
                version.took().toMillis() / MILLIS,
                version.by(),
                version.parameters() == null ? null : ParametersJson.of(version.parameters()),
                version.made() == null ? null : MadeJson.of(version.made()),
                version.judged() == null ? null : JudgedJson.of(version.judged()),
                VerdictJson.of(version.verdict()),
                version.published() == null ? null : PublishedJson.of(version.published()),
                version.origin() == null ? null : ImportedJson.of(version.origin()));
    }
}
