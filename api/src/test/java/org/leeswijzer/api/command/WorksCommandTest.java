package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.api.TinyService;

/** Works on the command line: of a store, and of a running service. */
class WorksCommandTest {
    private static final String TOKEN = TinyService.TOKEN;

    @TempDir private Path folder;
    private final Commands commands = new Commands();
    private List<String> where = List.of();
    private TinyService service;

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsAreMergedAndThatIsListedOverruledAndUndone(boolean inService) throws IOException {
        start(inService);
        assertThat(run("works", "merge", "klein/r1", "klein/r2", "--by", "anna", "--reason", "one"))
                .isZero();
        assertThat(commands.out())
                .containsPattern("^[0-9a-f-]{36} merge klein/r1 klein/r2 by anna at .*: one\n$");
        String merge = commands.out().substring(0, 36);
        assertThat(run("works", "split", "klein/r2", "--by", "bo", "--reason", "two")).isZero();
        assertThat(commands.out()).contains("overrules decision " + merge);
        String split = commands.out().substring(0, 36);
        assertThat(run("works", "undo", split, "--by", "cas", "--reason", "one")).isZero();
        assertThat(run("works", "list")).isZero();
        assertThat(commands.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(merge + " merge"))
                .anyMatch(line -> line.startsWith(split + " split") && line.endsWith("(undone)"))
                .anyMatch(line -> line.contains(" undo " + split + " klein/r2 by cas"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotBeIsOneLine(boolean inService) throws IOException {
        start(inService);
        assertThat(run("works", "merge", "klein/r1", "klein/none", "--reason", "one")).isEqualTo(1);
        assertThat(commands.err())
                .contains("record is 'none' of klein, which no catalogue describes");
        assertThat(run("works", "split", "r1", "--reason", "one")).isEqualTo(1);
        assertThat(commands.err()).contains("record is 'r1': give the library's code, /");
        assertThat(run("works", "merge", "klein/r1", "--reason", "one")).isEqualTo(2);
    }

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

    private int run(String... arguments) {
        return commands.run(where, arguments);
    }
}
