package org.leeswijzer.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.api.staff.FigureJson;
import org.leeswijzer.api.staff.ImportJson;
import org.leeswijzer.api.staff.ModelJson;
import org.leeswijzer.api.staff.ModelsJson;

/** Versions of the model as lines of text. */
final class ModelsText {
    private static final String NONE = "-";

    private final PrintWriter out;

    ModelsText(PrintWriter out) {
        this.out = out;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    void list(ModelsJson models) {
        if (models.models().isEmpty()) {
            line("there is no version yet: retrain");
            return;
        }
        String row = "%7s  %-17s  %-20s  %-12s  %10s  %8s  %s";
        line(row, "version", "state", "began", "by", "loans", "covered", "nDCG (95%)");
        for (ModelJson model : models.models()) {
            ModelJson.MadeJson made = model.made();
            boolean isPinned = models.pinned() && model.version() == models.serving();
            line(
                    row,
                    model.version(),
                    isPinned ? model.state() + ", pinned" : model.state(),
                    seconds(model.began()),
                    model.by(),
                    made == null ? NONE : made.loans(),
                    made == null ? NONE : made.covered(),
                    model.judged() == null ? NONE : figure(model.judged().figures().get("ndcg")));
        }
    }

    private static String seconds(String moment) {
        return moment.replaceFirst("\\.\\d+Z$", "Z");
    }

    private static String figure(@Nullable FigureJson figure) {
        return figure == null
                ? NONE
                : String.format(
                        Locale.ROOT,
                        "%.4f (%.4f to %.4f)",
                        figure.value(),
                        figure.low(),
                        figure.high());
    }

    void show(ModelJson model) {
        line("version     %d, %s", model.version(), model.state());
        line("began       %s by %s", seconds(model.began()), model.by());
        line("took        %.1f s", model.tookSeconds());
        ModelJson.ParametersJson told = model.parameters();
        if (told != null) {
            line(
                    "parameters  kinshipWeight %s, recencyDays %s, popularityPenalty %s, minBorrowers %d",
                    told.kinshipWeight(),
                    told.recencyDays(),
                    told.popularityPenalty(),
                    told.minBorrowers());
        }
        ModelJson.MadeJson made = model.made();
        if (made != null) {
            line(
                    "made of     %d loans of %d patrons and %d titles in %d libraries, %s to %s",
                    made.loans(),
                    made.patrons(),
                    made.titles(),
                    made.libraries(),
                    Objects.requireNonNullElse(made.firstDay(), NONE),
                    Objects.requireNonNullElse(made.lastDay(), NONE));
            line(
                    "has         %d neighbours, and some for %d titles",
                    made.neighbours(), made.covered());
        }
        judged(model.judged());
        for (ModelJson.FindingJson finding : model.verdict().findings()) {
            line(
                    "gate        %-6s %s: %s",
                    finding.passed() ? "passed" : "failed", finding.check(), finding.text());
        }
        ModelJson.PublishedJson published = model.published();
        if (published != null) {
            line(
                    "published   %s by %s%s",
                    seconds(published.at()),
                    published.by(),
                    published.reason() == null ? "" : ": " + published.reason());
        }
        ModelJson.ImportedJson imported = model.imported();
        if (imported != null) {
            line(
                    "imported    %s by %s, version %d there",
                    seconds(imported.at()), imported.by(), imported.version());
        }
    }

    private void judged(ModelJson.@Nullable JudgedJson judged) {
        if (judged != null) {
            line("judged      by the later loans of %d patrons", judged.cases());
            judged.figures().forEach((name, value) -> line("  %-10s%s", name, figure(value)));
            if (judged.above() != null) {
                line("  %-10s%s", "above", figure(judged.above()));
            }
        }
    }

    void diff(ChangesJson changes) {
        line(
                "%d of %d titles have other first ten neighbours in version %d than in %d; mean distance %.4f",
                changes.changed(),
                changes.compared(),
                changes.version(),
                changes.since(),
                changes.meanDistance());
        for (ChangesJson.ChangeJson change : changes.titles()) {
            line("");
            line("%s (%.4f)", name(change.title()), change.distance());
            int longer = Math.max(change.before().size(), change.after().size());
            for (int i = 0; i < longer; i++) {
                line("%3d  %-40s  %s", i + 1, at(change.before(), i), at(change.after(), i));
            }
        }
    }

    private static String at(List<ChangesJson.NamedJson> titles, int place) {
        return place < titles.size() ? name(titles.get(place)) : NONE;
    }

    private static String name(ChangesJson.NamedJson title) {
        return title.id() == null ? "(in no catalogue)" : title.title() + " [" + title.id() + "]";
    }

    void exported(int version, Path file) {
        line("version %d is written to %s", version, file);
    }

    void imported(ImportJson imported) {
        line(
                "version %d is kept: %d rows with %d neighbours; %d left out, %d titles and %d libraries not known here",
                imported.model().version(),
                imported.rows(),
                imported.neighbours(),
                imported.neighboursLeftOut(),
                imported.unknownTitles(),
                imported.unknownLibraries());
        line("serve it with: leeswijzer models publish %d", imported.model().version());
    }
}
