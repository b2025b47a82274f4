package org.leeswijzer.engine.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.catalogue.Catalogue;
import org.leeswijzer.engine.kinship.Kinship;
import org.leeswijzer.engine.kinship.KinshipIndex;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.suggest.Blend;
import org.leeswijzer.engine.suggest.Suggester;

/** Evaluates the suggester, and whoever contends with it, on any set of loans. */
public final class Evaluator {
    /** The names of the suggester's own lines. */
    public static final String BOTH = "loans and kinship";

    public static final String LOANS = "loans alone";
    public static final String KINSHIP = "kinship alone";

    private static final double SHARE_BEFORE_CUT = 0.8;

    private final Plan plan;
    private final Progress progress;

    /** @param progress is told of every stage */
    public Evaluator(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Splits the loans patron by patron, and again at one day for all; trains, tunes and judges on each.
     *
     * @param name to call the loans by
     * @throws IllegalArgumentException if nobody has loans before and after a split: there would be nothing to judge
     */
    public Report evaluate(String name, Catalogue catalogue, LoanSet loans) {
        progress.at("indexing the catalogue", 0, 0);
        Kinship kinship = KinshipIndex.build(catalogue, plan.threads());
        int cut = plan.cutDay().orElseGet(() -> loans.dayAt(SHARE_BEFORE_CUT));
        List<Trial> trials = new ArrayList<>();
        long seed = plan.bootstrap().seed();
        Split perPatron = Split.sample(loans, plan.mostJudged(), seed);
        Split atOneDay = Split.at(loans, cut).sampled(plan.mostJudged(), seed);
        if (!perPatron.heldOut().isEmpty()) {
            trials.add(trial("last fifth of every patron", catalogue, kinship, perPatron));
        }
        if (!atOneDay.heldOut().isEmpty()) {
            String day = "all from %s on".formatted(LocalDate.ofEpochDay(cut));
            trials.add(trial(day, catalogue, kinship, atOneDay));
        }
        if (trials.isEmpty()) {
            throw new IllegalArgumentException(
                    "loans are %d of %d patrons: give patrons with at least three titles each"
                            .formatted(loans.loans(), loans.patrons().size()));
        }
        return new Report(
                name,
                loans.patrons().size(),
                catalogue.size(),
                loans.loans(),
                LocalDate.ofEpochDay(loans.dayAt(0)),
                LocalDate.ofEpochDay(loans.lastDay()),
                plan.minBorrowers(),
                plan.depth(),
                trials);
    }

    private Trial trial(String how, Catalogue catalogue, Kinship kinship, Split split) {
        LoanSet training = split.training();
        progress.at(how + ": tuning", 0, 0);
        Blend blend =
                Tuning.tune(catalogue, kinship, training, plan.minBorrowers(), plan.threads());
        progress.at(how + ": training", 0, 0);
        Evaluation evaluation =
                new Evaluation(catalogue, kinship, split, plan.minBorrowers(), plan.threads());
        Map<String, Suggester> suggesters = new LinkedHashMap<>();
        suggesters.put(BOTH, evaluation.both(blend));
        suggesters.put(LOANS, evaluation.loansAlone(blend));
        suggesters.put(KINSHIP, evaluation.kinshipAlone(blend));
        Map<String, Reach> reach = new LinkedHashMap<>();
        suggesters.forEach(
                (name, suggester) ->
                        reach.put(name, evaluation.reach(suggester, plan.bootstrap())));
        progress.at(how + ": counting pairs", 0, 0);
        PairCount pairs = new PairCount(training, catalogue.size(), plan.threads());
        return new Trial(
                how,
                training.patrons().size(),
                training.loans(),
                blend,
                pairs.below(plan.minBorrowers(), plan.bootstrap()),
                pairs.belowEach(Trial.FLOORS),
                Collections.unmodifiableMap(reach),
                lines(how, evaluation, split, suggesters));
    }

    private List<Line> lines(
            String how, Evaluation evaluation, Split split, Map<String, Suggester> suggesters) {
        Map<String, Recommender> others = new LinkedHashMap<>();
        for (Contender contender : plan.contenders()) {
            progress.at(how + ": training " + contender.name(), 0, 0);
            others.put(contender.name(), contender.train().apply(split.training()));
        }
        List<Line> lines = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (split.cases(mode).isEmpty()) {
                continue;
            }
            progress.at("%s: judging, %s".formatted(how, mode.text()), 0, 0);
            suggesters.forEach(
                    (name, suggester) ->
                            lines.add(
                                    line(
                                            name,
                                            mode,
                                            evaluation.judge(suggester, mode, plan.depth()))));
            others.forEach(
                    (name, recommender) ->
                            lines.add(
                                    line(
                                            name,
                                            mode,
                                            evaluation.judge(recommender, mode, plan.depth()))));
        }
        return lines;
    }

    private Line line(String model, Mode mode, Judgement judgement) {
        return new Line(
                model,
                mode,
                judgement.measures(plan.bootstrap()),
                judgement.hitRateAt(plan.depth()));
    }
}
