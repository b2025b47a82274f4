package org.leeswijzer.api.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.evaluate.Line;
import org.leeswijzer.engine.evaluate.Report;
import org.leeswijzer.engine.evaluate.Trial;
import org.leeswijzer.ingest.load.ImportProblem;
import org.leeswijzer.ingest.loanset.FileReport;

/**
 * A report as JSON. Every figure is {@code {"value","low","high"}}, the ends of its 95% interval; a share is from 0 to 1.
 *
 * @param seed that drew the patrons and the intervals
 * @param files that were read, if any were
 */
public record ReportJson(Report report, long seed, List<FileReport> files) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public ReportJson {
        files = List.copyOf(files);
    }

    /** Indented, in UTF-8, with a line end behind it. */
    public byte[] bytes() {
        try {
            return (JSON.writeValueAsString(tree()) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", report.name());
        tree.put("patrons", report.patrons());
        tree.put("titles", report.titles());
        tree.put("loans", report.loans());
        tree.put("firstDay", report.first().toString());
        tree.put("lastDay", report.last().toString());
        tree.put("minBorrowers", report.minBorrowers());
        tree.put("depth", report.depth());
        tree.put("seed", seed);
        tree.put("files", files.stream().map(ReportJson::file).toList());
        tree.put("trials", report.trials().stream().map(ReportJson::trial).toList());
        return tree;
    }

    private static Map<String, Object> file(FileReport file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file.file());
        tree.put("form", file.form());
        tree.put("rows", file.rows());
        tree.put("bad", file.bad());
        tree.put("counts", file.counts());
        tree.put("remarks", file.remarks());
        tree.put(
                "firstProblems",
                file.firstProblems().stream().map(ImportProblem::toString).toList());
        return tree;
    }

    private static Map<String, Object> trial(Trial trial) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("split", trial.split());
        tree.put("patrons", trial.patrons());
        tree.put("loans", trial.loans());
        tree.put("blend", trial.blend());
        tree.put("withheld", trial.withheld());
        tree.put("withheldAt", trial.withheldAt());
        tree.put("reach", trial.reach());
        tree.put("lines", trial.lines().stream().map(ReportJson::line).toList());
        return tree;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", line.model());
        tree.put("mode", line.mode().text());
        tree.put("measures", line.measures());
        tree.put("hitRateAt", line.hitRateAt());
        return tree;
    }
}
