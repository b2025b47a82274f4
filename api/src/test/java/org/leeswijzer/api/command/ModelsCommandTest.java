package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import picocli.CommandLine;

/** Versions of the model on the command line: of a store, and of a running service. */
class ModelsCommandTest {
    private static final String TOKEN = TinyService.TOKEN;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<String> where = List.of();
    private TinyService service;

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void versionsAreMadeListedComparedPublishedAndTakenOutAndIn(boolean inService)
            throws IOException {
        start(inService);
        assertThat(run("retrain", "--by", "anna")).isZero();
        assertThat(out.toString())
                .contains(inService ? "retrain-2: version 2 serves" : "Model 2 is published");
        assertThat(run("models", "list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches(" +1 +kept .* engine +27 .*"))
                .anyMatch(line -> line.matches(" +2 +serving .* anna +27 .*"));
        assertThat(run("models", "show", "2")).isZero();
        assertThat(out.toString())
                .contains(
                        "version     2, serving",
                        "by anna",
                        "made of     27 loans of 8 patrons and 10 titles in 2 libraries",
                        "gate        passed parked: 0 of 27 loans");
        assertThat(run("models", "diff", "1", "2")).isZero();
        assertThat(out.toString()).startsWith("0 of ");

        assertThat(run("models", "rollback", "--by", "bo", "--reason", "a try")).isZero();
        assertThat(out.toString()).containsPattern(" 1 +serving, pinned ");
        assertThat(run("models", "unpin")).isZero();
        assertThat(out.toString()).containsPattern(" 1 +serving +").doesNotContain("pinned");
        assertThat(run("models", "publish", "2")).isZero();
        assertThat(out.toString()).containsPattern(" 2 +serving, pinned ");

        String file = folder.resolve("model.lwm").toString();
        assertThat(run("models", "export", "1", file)).isZero();
        assertThat(out.toString()).contains("version 1 is written to " + file);
        assertThat(run("models", "import", file, "--by", "cas")).isZero();
        assertThat(out.toString()).contains("version 3 is kept", "0 left out", "models publish 3");
        assertThat(run("models", "show", "3")).isZero();
        assertThat(out.toString()).contains("by cas, version 1 there");
        assertThat(run("models", "rollback", "3")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWithheldVersionIsToldWhyAndPublishedWithAReason(boolean inService) throws IOException {
        start(inService);
        forgetKlein();
        assertThat(run("retrain")).isEqualTo(3);
        assertThat(out.toString())
                .contains("2 is withheld: it is made of 1 loans, after 27 of version 1");
        assertThat(run("models", "publish", "2")).isEqualTo(1);
        assertThat(err.toString()).contains("give a reason to publish it all the same");
        assertThat(run("models", "publish", "2", "--reason", "klein has left")).isZero();
        assertThat(run("models", "show", "2")).isZero();
        assertThat(out.toString()).contains("failed loans:", ": klein has left");
        assertThat(run("retrain", "--force-publish", "again")).isZero();
    }

    @Test
    void whatAUserCanMendIsOneLine() throws IOException {
        start(true);
        assertThat(run("models", "show", "9")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "leeswijzer models show: version is 9, which is not kept: give one of [1]");
        List<String> right = where;
        where = List.of("--url", service.address().toString());
        assertThat(run("models", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("token-file is missing: give a file that holds");
        where =
                List.of(
                        "--url",
                        service.address().toString(),
                        "--token-file",
                        Files.writeString(folder.resolve("wrong"), "wrong").toString());
        assertThat(run("models", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("Authorization has a token that is not known");
        where = List.of("--url", "example", "--token-file", right.get(3));
        assertThat(run("models", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("url is 'example': give http:// or https://");
        where = List.of("--url", "http://127.0.0.1:1", "--token-file", right.get(3));
        assertThat(run("retrain")).isEqualTo(1);
        assertThat(err.toString()).contains("where nobody answers: start the service");
        where = List.of("--token-file", right.get(3));
        assertThat(run("retrain")).isEqualTo(1);
        assertThat(err.toString()).contains("without a service: give --url too");
        assertThat(run("models")).isEqualTo(2);
        assertThat(err.toString()).contains("give list, show, diff");
    }

    /** A service that runs, or the store of one that did. */
    private void start(boolean inService) throws IOException {
        Path home = folder.resolve("home");
        service = TinyService.start(home, TinyService.TOKENS);
        if (inService) {
            Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
            where =
                    List.of(
                            "--url",
                            service.address().toString(),
                            "--token-file",
                            token.toString());
        } else {
            service.close();
            where = List.of("-f", home.toString());
        }
    }

    private void forgetKlein() {
        EventBatch forget =
                EventBatch.of(List.of(new LibraryEvent.AllLoansForgotten(new Library("klein"))));
        if (where.contains("--url")) {
            service.engine().accept(forget);
        } else {
            try (Engine engine =
                    Engine.openAtRest(
                            EngineSettings.in(folder.resolve("home")), Clock.systemUTC())) {
                engine.accept(forget);
            }
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.size() > 1 || !all.contains("models")) {
            all.addAll(where);
        }
        CommandLine commandLine =
                LeeswijzerCommand.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }
}
