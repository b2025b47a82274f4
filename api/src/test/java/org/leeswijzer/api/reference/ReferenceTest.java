package org.leeswijzer.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.api.TinyService;
import org.leeswijzer.ingest.load.Kind;

/**
 * Asks every example of the reference of a running service, one after the other: those of suggestions before works are merged, since
 * rows that wait to be computed anew are answered as they are. With {@code -Dreference.write=FOLDER} the
 * answers are written into the files of that folder where they differ.
 */
class ReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void everyExampleIsAnsweredAsTheReferenceSaysAndAsTheDocumentDescribes() throws Exception {
        Examples examples = new Examples();
        Map<String, String> wrong = new TreeMap<>();
        try (TinyService service = start()) {
            Asking asking = new Asking(service, folder.resolve("backups"));
            Schemas schemas = new Schemas(JSON.readTree(service.get("/openapi.json").body()));
            for (String operation : examples.operations()) {
                List<Example> now = new ArrayList<>();
                for (Example example : examples.of(operation)) {
                    Example answered = asking.ask(example, operation);
                    schemas.check(operation, answered).ifPresent(why -> wrong.put(operation, why));
                    now.add(asking.sameButForMoments(example, answered) ? example : answered);
                }
                if (!now.equals(examples.of(operation))) {
                    wrong.putIfAbsent(operation, ExampleFile.format(now));
                    write(operation, now);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperationHasAnExampleAndEveryExampleAnOperation() {
        Examples examples = new Examples();
        List<String> described = new ArrayList<>();
        new Document(examples)
                .operations((route, each) -> described.add(each.path("operationId").asText()));
        assertThat(examples.operations()).containsExactlyInAnyOrderElementsOf(described);
        assertThat(examples.operations())
                .allSatisfy(id -> assertThat(examples.of(id)).isNotEmpty());
    }

    /* Beside the tiny library's patrons there is one to be asked for by number. */
    private TinyService start() throws Exception {
        Map<String, String> settings = new TreeMap<>(TinyService.TOKENS);
        settings.put("leeswijzer.backups", folder.resolve("backups").toString());
        Path secrets = Files.createDirectories(folder.resolve("store").resolve("secrets"));
        // So that suggestions have the same traceIds each time.
        Files.writeString(secrets.resolve("feedback.key"), "the key of the reference, 32 of!");
        TinyService service = TinyService.start(folder.resolve("store"), settings);
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        TinyService.load(
                Kind.LOANS,
                "{\"library\":\"klein\",\"patron\":\"4711\",\"title\":\"r3\",\"loanedAt\":\"%s\"}%n"
                        .formatted(day),
                service.engine());
        TinyService.load(
                Kind.TITLES,
                """
                {"library":"klein","item":"c0","title":"r0","available":false}
                {"library":"klein","item":"c1","title":"r1","available":true}
                {"library":"klein","item":"c2","title":"r2","available":false}
                """,
                service.engine());
        return service;
    }

    private static void write(String operation, List<Example> examples) throws Exception {
        String target = System.getProperty("reference.write");
        if (target != null) {
            Files.writeString(Path.of(target, operation + ".http"), ExampleFile.format(examples));
        }
    }
}
