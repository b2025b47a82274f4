package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String MAP = "patron=u,title=i,time=t";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /* Two tastes of six titles each, which everyone reads in another order. */
    private Path loans(String separator, LocalDate from) throws IOException {
        StringBuilder loans = new StringBuilder(String.join(separator, "u", "i", "t") + "\n");
        for (int patron = 0; patron < 20; patron++) {
            for (int i = 0; i < 6; i++) {
                int title = patron % 2 * 6 + (patron / 2 + i) % 6;
                loans.append(
                        String.join(
                                        separator,
                                        "reader" + patron,
                                        "b" + title,
                                        from.plusDays(patron + 10L * i).toString())
                                + "\n");
            }
        }
        return Files.writeString(folder.resolve("loans.csv"), loans);
    }

    private Path titles() throws IOException {
        StringBuilder titles = new StringBuilder("nr,called,by,about\n");
        for (int title = 0; title < 12; title++) {
            titles.append("b%d,Name %d,Author %d,a;b\n".formatted(title, title, title / 6));
        }
        return Files.writeString(folder.resolve("titles.csv"), titles);
    }

    @Test
    void evaluatesLoansInFilesWithAMapBehindEach() throws IOException {
        Path json = folder.resolve("report.json");
        Path html = folder.resolve("report.html");
        int code =
                run(
                        "evaluate",
                        "--loans",
                        loans(";", LocalDate.of(2020, 1, 1)).toString(),
                        "--map",
                        MAP,
                        "--titles",
                        titles().toString(),
                        "--map",
                        "id=nr,name=called,author=by,subjects=about",
                        "--min-borrowers",
                        "1",
                        "--cut",
                        "2020-02-20",
                        "--json",
                        json.toString(),
                        "--html",
                        html.toString(),
                        "--threads",
                        "1");
        assertThat(err.toString())
                .contains("semicolons and a header, patron=u, title=i, time=t")
                .contains("id=nr, name=called, author=by, subjects=about");
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("loans.csv: 120 loans of 20 patrons and 12 titles")
                .contains("Last fifth of every patron", "All from 2020-02-20 on")
                .contains("nDCG@10", "loans and kinship", "most borrowed")
                .contains("With at least 5 suggestions")
                .contains("minBorrowers 1 withholds 0.0% of the pairs");
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.at("/loans").asInt()).isEqualTo(120);
        assertThat(report.at("/trials/0/lines/0/mode").asText()).isEqualTo("patron");
        double ours = report.at("/trials/0/lines/0/measures/ndcg/value").asDouble();
        double known = report.at("/trials/0/lines/3/measures/ndcg/value").asDouble();
        assertThat(report.at("/trials/0/lines/3/model").asText()).isEqualTo("most borrowed");
        // One title of six is left, of the patron's own taste, and there is only that one.
        assertThat(ours).isEqualTo(1);
        assertThat(known).isBetween(0.01, 0.99);
        assertThat(report.at("/trials/0/withheldAt").size()).isEqualTo(15);
        assertThat(report.at("/files/1/counts/loans").asInt()).isEqualTo(120);
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("</html>");
    }

    @Test
    void guessesWhatIsNotToldAndGivesEqualFiguresForEqualSeeds() throws IOException {
        Path loans = loans("\t", LocalDate.of(2020, 1, 1));
        String[] arguments = {"evaluate", "--loans", loans.toString(), "--lang", "nl"};
        assertThat(run(arguments)).isZero();
        assertThat(err.toString()).contains("tabs and a header, patron=u (guessed)");
        String first = out.toString();
        assertThat(first).contains("leningen en verwantschap", "dekking");
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void evaluatesTheLoansOfAStore() throws IOException {
        LocalDate recently = LocalDate.now(ZoneOffset.UTC).minusDays(100);
        String store = folder.resolve("store").toString();
        assertThat(
                        run(
                                "import",
                                "loans",
                                loans(",", recently).toString(),
                                "-l",
                                "zwolle",
                                "-m",
                                MAP,
                                "-f",
                                store))
                .isZero();
        assertThat(run("evaluate", "--folder", store)).isZero();
        assertThat(out.toString())
                .contains("store: 120 loans of 20 patrons and 12 titles", "loans alone");
    }

    @Test
    void whatAUserCanMendIsOneLine() throws IOException {
        String loans = loans(",", LocalDate.of(2020, 1, 1)).toString();
        assertThat(run("evaluate")).isEqualTo(2);
        assertThat(err.toString()).contains("give loans: --loans FILE");
        assertThat(run("evaluate", "--map", MAP, "--loans", loans)).isEqualTo(1);
        assertThat(err.toString()).contains("no file is before it");
        assertThat(run("evaluate", "--titles", loans)).isEqualTo(1);
        assertThat(err.toString()).contains("no loans are named: give --loans too");
        assertThat(run("evaluate", "--loans", loans, "--map", "reader=u")).isEqualTo(1);
        assertThat(err.toString()).contains("map of loans has the field 'reader'");
        assertThat(run("evaluate", "--loans", loans, "--map", "patron=u,title=t,time=i"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("120 of 120 rows are bad", "line 2: time is 'b0', which is no time")
                .doesNotContain("reader0");
        assertThat(run("evaluate", "--loans", loans, "--dates", "sideways")).isEqualTo(1);
        assertThat(err.toString()).contains("dates is 'sideways': give day-first or month-first");
        assertThat(run("evaluate", "--loans", loans, "--lang", "fr")).isEqualTo(1);
        assertThat(err.toString()).contains("lang is 'fr': give nl or en");
        assertThat(run("evaluate", "--loans", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none is not there: give one that is");
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
