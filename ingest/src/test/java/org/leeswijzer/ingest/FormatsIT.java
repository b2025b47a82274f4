package org.leeswijzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leeswijzer.ingest.TestRecords.CLOCK;
import static org.leeswijzer.ingest.TestRecords.ZWOLLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.EngineSettings;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.SampleFiles.Sample;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.Importer;
import org.leeswijzer.ingest.load.Kind;
import org.leeswijzer.ingest.load.Publisher;
import org.leeswijzer.ingest.load.StoreTarget;
import org.leeswijzer.ingest.load.Target;

/** A file of any format comes to the same in the store, whether it goes there or through a real broker. */
class FormatsIT {
    /* So that titles and items are numbered alike, whichever loan is read first. */
    private static final String TITLES =
            """
            {"id":"21","title":"One","items":["501"]}
            {"id":"22","title":"Two","items":["502"]}
            {"id":"23","title":"Three","items":["503"]}
            """;

    @TempDir private Path folder;

    static List<Sample> samples() {
        return SampleFiles.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesToTheSameEitherWay(Sample sample) throws Exception {
        ImportPlan titles = ImportPlan.of(Kind.TITLES, Optional.of(ZWOLLE));
        byte[] base = TITLES.getBytes(StandardCharsets.UTF_8);
        EngineSettings direct = EngineSettings.in(folder.resolve("direct"));
        String expected;
        try (Engine engine = Engine.open(direct, CLOCK);
                StoreTarget target = new StoreTarget(engine.bulkLoad())) {
            // Made now, for files of titles need none.
            assertThat(engine.secrets().pseudonymiser(ZWOLLE)).isNotNull();
            run(titles, base, target, engine);
            run(sample.plan(), sample.bytes(), target, engine);
            expected = contents(engine);
        }
        EngineSettings published = EngineSettings.in(folder.resolve("published"));
        copy(direct.secrets(), published.secrets());
        try (BrokerLog log = BrokerLog.empty();
                Engine engine = Engine.open(published, CLOCK);
                Publisher target = Publisher.to(log.bootstrapServers());
                LoanConsumer consumer =
                        new LoanConsumer(
                                ConsumerSettings.of(log.bootstrapServers()),
                                engine,
                                engine.secrets(),
                                CLOCK)) {
            consumer.start();
            run(titles, base, target, engine);
            Await.caughtUp(consumer);
            run(sample.plan(), sample.bytes(), target, engine);
            Await.caughtUp(consumer);
            assertThat(consumer.status().deadLetters()).isZero();
            assertThat(contents(engine)).isEqualTo(expected);
        }
    }

    private static void run(ImportPlan plan, byte[] bytes, Target target, Engine engine)
            throws IOException {
        try (SourceFile file = SourceFile.open(SourceFile.STDIN, new ByteArrayInputStream(bytes))) {
            assertThat(
                            new Importer(plan, engine.secrets(), CLOCK)
                                    .run(file, target, Progress.SILENT)
                                    .published())
                    .isPositive();
        }
    }

    /* Loans and neighbours in two hashes, and titles in words. */
    private static String contents(Engine engine) {
        return engine.fingerprint()
                + " "
                + engine.statistics().loans()
                + " "
                + IntStream.range(0, engine.catalogue().size())
                        .mapToObj(title -> engine.catalogue().title(title))
                        .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
