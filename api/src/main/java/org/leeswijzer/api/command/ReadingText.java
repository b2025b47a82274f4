package org.leeswijzer.api.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.leeswijzer.ingest.load.ImportProblem;
import org.leeswijzer.ingest.loanset.FileReport;

/** Says how reading a set of loans went: what was guessed, what was left out, what is wrong. */
public final class ReadingText {
    private final PrintWriter err;

    /** @param err where it is said */
    public ReadingText(PrintWriter err) {
        this.err = err;
    }

    /** Says it, file by file. */
    public void tell(List<FileReport> files) {
        files.forEach(this::tell);
        err.flush();
    }

    private void tell(FileReport file) {
        err.println("%s: %s".formatted(file.file(), file.form()));
        err.println(
                "  %,d rows, %,d bad; %s"
                        .formatted(
                                file.rows(),
                                file.bad(),
                                file.counts().entrySet().stream()
                                        .filter(count -> count.getValue() > 0)
                                        .map(
                                                count ->
                                                        "%,d %s"
                                                                .formatted(
                                                                        count.getValue(),
                                                                        count.getKey()))
                                        .collect(Collectors.joining(", "))));
        file.remarks().forEach(remark -> err.println("  note: " + remark));
        for (ImportProblem problem : file.firstProblems()) {
            err.println("%s %s".formatted(file.file(), problem));
        }
        if (file.bad() > file.firstProblems().size()) {
            err.println("and %,d more".formatted(file.bad() - file.firstProblems().size()));
        }
    }
}
