package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import picocli.CommandLine;

/** The command line as data staff use it, without a broker. */
class CommandsTest {
    private static final String PATRON = "patron-0612345678";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String day = "";

    @BeforeEach
    void today() {
        day = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    }

    @Test
    void importsRetrainsAndSuggests() throws IOException {
        Path titles =
                file(
                        "titles.csv",
                        """
                        id,title,authors,isbns,year
                        t0,Max Havelaar,Multatuli,9789028424265,1860
                        t1,De stille kracht,Louis Couperus,,1900
                        t2,Eline Vere,Louis Couperus,,1889
                        """);
        assertThat(run("import", "titles", titles.toString(), "-l", "zwolle")).isZero();
        assertThat(out.toString()).contains("3 lines read, 3 stored, 0 bad", "3 titles or items");
        Path loans = gzip("loans.csv.gz", loans());
        assertThat(
                        run(
                                "import",
                                "loans",
                                loans.toString(),
                                "-l",
                                "zwolle",
                                "-m",
                                "patron=u,title=i,time=t"))
                .isZero();
        assertThat(out.toString()).contains("14 loans counted");
        assertThat(run("retrain")).isZero();
        assertThat(out.toString())
                .contains("Model 1 is published: 14 loans of 9 patrons, 5 titles");
        assertThat(run("suggest", "9028424261", "-l", "zwolle", "--lang", "nl")).isZero();
        assertThat(out.toString())
                .startsWith("Max Havelaar, Multatuli (1860)")
                .contains("1  De stille kracht, Louis Couperus (1900)")
                .contains("Lezers van \u201cMax Havelaar\u201d leenden dit ook (loans, score ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void importingAFileAgainChangesNothing() throws IOException {
        String loans = file("loans.csv", loans()).toString();
        String map = "patron=u,title=i,time=t";
        run("import", "loans", loans, "-l", "zwolle", "-m", map);
        String before = fingerprint();
        assertThat(run("import", "loans", loans, "-l", "zwolle", "-m", map)).isZero();
        assertThat(out.toString()).contains("14 that were known already");
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void badLinesAreToldByNumberAndFieldAndTheRestIsTaken() throws IOException {
        Path loans =
                file(
                        "loans.jsonl",
                        """
                        {"library":"zwolle","loanId":"1","patron":"%1$s","title":"t0","loanedAt":"%2$s"}
                        {"library":"zwolle","loanId":"2","patron":"%1$s","title":"t0","loanedAt":"yesterday"}
                        {"library":"zwolle","loanId":"3","patron":"%1$s","loanedAt":"%2$s"}
                        {"library":"zwolle","loanId":"4","patron":"%1$s","title":
                        """
                                .formatted(PATRON, day));
        assertThat(run("import", "loans", loans.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("4 lines read, 1 stored, 3 bad", "1 loans counted");
        assertThat(err.toString())
                .contains("line 2: loanedAt", "line 3: title is missing", "line 4: value")
                .doesNotContain(PATRON, "yesterday");
    }

    @Test
    void whatAUserCanMendIsOneLine() throws IOException {
        assertThat(run("suggest", "t0")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("leeswijzer suggest: ")
                .contains("there is no store", "import or serve first");
        assertThat(err.toString().lines()).hasSize(1);

        assertThat(run("import", "loans", folder.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv is not there");

        Path loans = file("loans.csv", loans());
        assertThat(run("import", "loans", loans.toString(), "-m", "patron=x")).isEqualTo(1);
        assertThat(err.toString()).contains("column 'x' for patron is not among the 3");

        assertThat(run("retrain", "--set", "leeswijzer.min-borrowers=2")).isEqualTo(1);
        assertThat(err.toString()).contains("minBorrowers is 2: give at least 3");

        assertThat(run("retrain", "--set", "leeswijzer.min-borowers=5")).isEqualTo(1);
        assertThat(err.toString())
                .contains("leeswijzer.min-borowers is not known: give one of leeswijzer.backups");

        assertThat(run("retrain", "--set", "leeswijzer.threads=many")).isEqualTo(1);
        assertThat(err.toString()).contains("leeswijzer.threads is 'many': give a whole number");

        assertThat(run("retrain", "-c", folder.resolve("none.yml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.yml");
    }

    @Test
    void aStoreInUseIsToldSo() throws IOException {
        run(
                "import",
                "loans",
                file("loans.csv", loans()).toString(),
                "-l",
                "zwolle",
                "-m",
                "patron=u,title=i,time=t");
        try (Engine engine = Engine.open(EngineSettings.in(folder), java.time.Clock.systemUTC())) {
            assertThat(engine.statistics().loans()).isEqualTo(14);
            assertThat(run("retrain")).isEqualTo(1);
            assertThat(err.toString()).contains("another process");
        }
    }

    @Test
    void aSecretIsRotatedAndEveryLoanIsKnownAfter() throws IOException {
        String loans = file("loans.csv", loans()).toString();
        String map = "patron=u,title=i,time=t";
        run("import", "loans", loans, "-l", "zwolle", "-m", map);
        try (Engine engine = Engine.open(EngineSettings.in(folder), java.time.Clock.systemUTC())) {
            assertThat(engine.statistics().loans()).isEqualTo(14);
            assertThat(run("rotate-secret", "-l", "zwolle")).isEqualTo(1);
            assertThat(err.toString()).contains("another process");
        }
        assertThat(folder.resolve("secrets").resolve("zwolle.1.secret")).doesNotExist();
        assertThat(run("rotate-secret", "-l", "zwole")).isEqualTo(1);
        assertThat(err.toString()).contains("library is 'zwole', of which no patron");
        assertThat(run("rotate-secret", "-l", "zwolle")).isZero();
        assertThat(out.toString())
                .startsWith("The store is under secret zwolle.1.secret now: copy it");
        assertThat(run("import", "loans", loans, "-l", "zwolle", "-m", map)).isZero();
        assertThat(out.toString()).contains("14 that were known already");
        Path keyed =
                file(
                        "keyed.jsonl",
                        "{\"library\":\"zwolle\",\"patronKey\":\"%1$s\",\"loanKey\":\"%1$s\",\"title\":\"t\",\"loanedAt\":\"2025-03-01\",\"rotation\":1}\n"
                                .formatted("0".repeat(32)));
        assertThat(run("import", "loans", keyed.toString(), "--dry-run")).isZero();
        String number = file("number", PATRON + "0").toString();
        assertThat(run("export", "-l", "zwolle", "--patron", number, "--lang", "en")).isZero();
        assertThat(out.toString()).contains("kept until");
    }

    @Test
    void anAddressThatCannotBeListenedOnIsTold() throws IOException {
        assertThat(run("serve", "--port", "70000")).isEqualTo(1);
        assertThat(err.toString()).contains("port is 70000: give 0 to 65535");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("serve", "--port", port)).isEqualTo(1);
            assertThat(err.toString())
                    .contains(":" + port + " cannot be listened on: give another host or port");
        }
    }

    @Test
    void aWrongCommandLineIsToldHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("give a command", "demo", "serve", "import");
        assertThat(run("import")).isEqualTo(2);
        assertThat(run("suggest")).isEqualTo(2);
        assertThat(err.toString()).contains("ID");
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("demo", "serve", "import", "retrain", "models", "suggest")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: leeswijzer " + command);
        }
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("leeswijzer ");
    }

    @Test
    void progressWithoutATerminalIsALinePerTenth() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProgressLine progress =
                new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), false)) {
            progress.at("reading", 0, 0);
            for (int done = 0; done <= 1000; done++) {
                progress.at("scoring", done, 1000);
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(11)
                .startsWith("reading", "scoring: 100 of 1000")
                .endsWith("scoring: 1000 of 1000");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        boolean takesSettings =
                !all.contains("--help") && (all.size() > 1 || all.equals(List.of("retrain")));
        if (takesSettings) {
            all.addAll(List.of("-f", folder.toString()));
        }
        CommandLine commandLine =
                LeeswijzerCommand.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private String fingerprint() {
        try (Engine engine =
                Engine.openReadOnly(EngineSettings.in(folder), java.time.Clock.systemUTC())) {
            return engine.fingerprint().toString();
        }
    }

    /* Five patrons borrow both of two titles, four others something else. */
    private String loans() {
        StringBuilder lines = new StringBuilder("u,i,t\n");
        for (int patron = 0; patron < 5; patron++) {
            lines.append(
                    "%s%d,t0,%s%n%s%d,t1,%s%n".formatted(PATRON, patron, day, PATRON, patron, day));
        }
        for (int other = 5; other < 9; other++) {
            lines.append("%s%d,o%d,%s%n".formatted(PATRON, other, other % 2, day));
        }
        return lines.toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
