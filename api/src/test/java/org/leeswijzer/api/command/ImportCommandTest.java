package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of every format as data staff run them. */
class ImportCommandTest {
    private static final String PATRON = "0612345678";
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(json|csv|tsv)\\n(.*?)```");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aDryRunTellsAllAndLeavesNothing() throws IOException {
        Path loans =
                Files.writeString(
                        folder.resolve("issues.csv"),
                        """
                        issue_id,borrowernumber,itemnumber,issuedate
                        1,%1$s,501,2025-03-01 10:00:00
                        2,%1$s,502,2025-03-09 10:00:00
                        3,NULL,502,2025-03-09 10:00:00
                        4,99,502,2025-03-09 10:00:00
                        5,%1$s,502,someday
                        """
                                .formatted(PATRON));
        Path items =
                Files.writeString(folder.resolve("items.csv"), "itemnumber,biblionumber\n501,21\n");
        Path nowhere = folder.resolve("nowhere");
        int code =
                run(
                        "import",
                        "loans",
                        loans.toString(),
                        "-l",
                        "zwolle",
                        "--dry-run",
                        "--items",
                        items.toString(),
                        "--anonymous-patron",
                        "99",
                        "-f",
                        nowhere.toString(),
                        "-b",
                        "127.0.0.1:1");
        assertThat(code).isEqualTo(3);
        assertThat(out.toString())
                .contains(
                        "is read as koha: borrowernumber as patron, issuedate as loanedAt, issue_id as loanId, itemnumber as one of 1 items",
                        "5 lines read, 2 would be taken, 1 bad",
                        "1 dropped: loans without a patron",
                        "1 dropped: loans of the anonymous patron",
                        "2 loans of 1 patrons and 2 titles or items, from 2025-03-01 to 2025-03-09",
                        "What of it would be new is not known: there is no store here: import or serve first",
                        "Nothing is written.")
                .doesNotContain(PATRON);
        assertThat(err.toString())
                .contains("line 6: issuedate is not a date")
                .doesNotContain(PATRON);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aDryRunTellsWhatTheStoreHasNotYet() throws IOException {
        String first = loan("1", "t1") + loan("2", "t2");
        Path held = Files.writeString(folder.resolve("held.jsonl"), first);
        String store = folder.resolve("data").toString();
        assertThat(run("import", "loans", held.toString(), "-f", store)).isZero();
        Path more =
                Files.writeString(
                        folder.resolve("more.jsonl"),
                        first + first + loan("3", "t2") + loan("4", "t4") + loan("4", "t4"));
        assertThat(run("import", "loans", more.toString(), "-f", store, "--dry-run")).isZero();
        assertThat(out.toString())
                .contains(
                        "loans: 2 would be new, 2 are there already",
                        "titles or items of loans: 1 would be new, 2 are there already")
                .doesNotContain(PATRON);
        Path titles =
                Files.writeString(
                        folder.resolve("titles.jsonl"),
                        "{\"library\":\"zwolle\",\"id\":\"t1\",\"title\":\"Max Havelaar\"}\n");
        assertThat(run("import", "titles", titles.toString(), "-f", store, "--dry-run")).isZero();
        assertThat(out.toString()).contains("descriptions of titles: 1 would be new, 0 are there");
        assertThat(run("import", "titles", titles.toString(), "-f", store)).isZero();
        assertThat(run("import", "titles", titles.toString(), "-f", store, "--dry-run")).isZero();
        assertThat(out.toString()).contains("descriptions of titles: 0 would be new, 1 are there");
    }

    private static String loan(String id, String title) {
        return "{\"library\":\"zwolle\",\"loanId\":\"%s\",\"patron\":\"%s\",\"title\":\"%s\",\"loanedAt\":\"2026-03-01\"}\n"
                .formatted(id, PATRON, title);
    }

    @Test
    void theExamplesOfTheReadmeAreTaken() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int from = readme.indexOf("### Files that can be imported");
        List<MatchResult> examples =
                EXAMPLE.matcher(readme.substring(from, readme.indexOf("| command | does |")))
                        .results()
                        .toList();
        assertThat(examples).hasSize(7);
        for (MatchResult example : examples) {
            String text = example.group(2);
            boolean isTitles =
                    text.contains("\"id\"")
                            || text.contains("http://")
                            || text.startsWith("item,title,available");
            Path file = Files.writeString(folder.resolve("example"), text);
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "import",
                                    isTitles ? "titles" : "loans",
                                    file.toString(),
                                    "-l",
                                    "zwolle",
                                    "-f",
                                    folder.resolve("data").toString()));
            if (text.startsWith("u,i,t")) {
                arguments.addAll(List.of("--map", "patron=u,title=i,time=t"));
            }
            assertThat(run(arguments.toArray(String[]::new))).as(text).isZero();
            assertThat(out.toString()).contains("1 lines read, 1 stored, 0 bad");
        }
    }

    @Test
    void aWrongFormatOrFieldIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n");
        assertThat(run("import", "loans", file.toString(), "--format", "xls", "--dry-run"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("format is 'xls': give one of auto, jsonl, csv, koha");
        assertThat(run("import", "titles", file.toString(), "--id-field", "x", "--dry-run"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("field is 'x': give a control field");
        assertThat(run("import", "loans", file.toString(), "--anonymous-patron", "9", "--dry-run"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("told of koha's loans only").hasLineCount(1);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return LeeswijzerCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
