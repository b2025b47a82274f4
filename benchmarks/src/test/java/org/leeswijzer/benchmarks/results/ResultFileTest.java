package org.leeswijzer.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir private Path folder;

    @Test
    void namesTheCommandTheMachineTheJdkAndTheCommit() throws IOException {
        JsonNode written = write(new ResultFile("java -jar it.jar"));
        assertThat(written.get("command").textValue()).isEqualTo("java -jar it.jar");
        assertThat(Instant.parse(written.get("measured").textValue()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
        assertThat(written.get("commit").textValue())
                .matches("[0-9a-f]{12,}(-dirty)?|.+-g[0-9a-f]{12,}(-dirty)?|unknown");
        assertThat(written.get("machine").get("processor").textValue()).isNotBlank();
        assertThat(written.get("machine").get("cores").intValue())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(written.get("machine").get("system").textValue())
                .startsWith(System.getProperty("os.name"));
        assertThat(written.get("machine").get("heapLimitMiB").longValue())
                .isEqualTo(Runtime.getRuntime().maxMemory() >> 20);
        assertThat(written.get("machine").get("loadAverage").isNumber()).isTrue();
        assertThat(written.get("jdk").textValue()).endsWith(System.getProperty("java.vm.version"));
    }

    @Test
    void figuresComeBehindInTheOrderGiven() throws IOException {
        JsonNode written =
                write(
                        new ResultFile("it")
                                .put("zebra", 1.5)
                                .put("apes", List.of(Map.of("name", "gibbon"))));
        assertThat(written.fieldNames())
                .toIterable()
                .containsExactly(
                        "command", "measured", "commit", "machine", "jdk", "zebra", "apes");
        assertThat(written.get("zebra").doubleValue()).isEqualTo(1.5);
        assertThat(written.get("apes").get(0).get("name").textValue()).isEqualTo("gibbon");
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new ResultFile("it").write(file.resolve("below.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("below.json");
    }

    private JsonNode write(ResultFile results) throws IOException {
        Path file = folder.resolve("not/there/yet.json");
        results.write(file);
        assertThat(Files.readString(file)).endsWith("}\n");
        return new ObjectMapper().readTree(file.toFile());
    }
}
