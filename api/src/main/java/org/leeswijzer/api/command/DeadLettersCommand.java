package org.leeswijzer.api.command;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.service.Service;
import org.leeswijzer.api.service.Settings;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.DeadLetters;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.LogPosition;
import org.leeswijzer.ingest.letter.Letter;
import org.leeswijzer.ingest.letter.Letters;
import org.leeswijzer.ingest.letter.Redrive;
import org.leeswijzer.ingest.letter.Redriven;
import org.leeswijzer.ingest.letter.Shapes;
import org.leeswijzer.ingest.load.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at records that could not be read, and has them read again. */
@Command(
        name = "dead-letters",
        description =
                "Looks at records of the event log that could not be read, and has them read again.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {
    private static final String POSITION = "TOPIC-PARTITION=OFFSET";
    private static final int STILL_SOME = 3;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "give list, show or redrive");
    }

    @Command(
            name = "list",
            description = "Lists them, after how many there are of each topic and reason.",
            mixinStandardHelpOptions = true)
    void list(
            @Mixin SettingsOptions settings,
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            description = "Those of this topic alone.")
                    @Nullable String topic,
            @Option(
                            names = {"-n", "--limit"},
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "At most so many; ${DEFAULT-VALUE} by default.")
                    int limit) {
        try (ApplicationContext context = Service.context(settings.properties());
                Letters letters = new Letters(LogOptions.in(context))) {
            text().list(of(letters.open(), topic), limit);
        }
    }

    @Command(
            name = "show",
            description =
                    "Shows the fields of one and the shapes of their values: every digit as 9, every letter as a.",
            mixinStandardHelpOptions = true)
    void show(@Mixin SettingsOptions settings, @Parameters(paramLabel = POSITION) String position) {
        try (ApplicationContext context = Service.context(settings.properties());
                Letters letters = new Letters(LogOptions.in(context))) {
            Letter letter = find(letters.open(), LogPosition.parse(position));
            ConsumerRecord<byte[], byte[]> record =
                    letters.source(letter.position())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "%s is no longer with the broker: publish the record again at its source"
                                                            .formatted(letter.position())));
            text().show(letter, record.key(), Shapes.of(record.value()));
        }
    }

    @Command(
            name = "redrive",
            description = {
                "Reads them again, as after a change of settings or an update, and publishes what they mean",
                "to our own topics. What still cannot be read stays; all else is done with."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all are done with", "1:failed", "3:some stay"})
    int redrive(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = POSITION, arity = "0..*") @Nullable List<String> positions,
            @Option(names = "--all", description = "All of them.") boolean all,
            @Option(names = "--topic", paramLabel = "TOPIC", description = "All of this topic.")
                    @Nullable String topic) {
        List<String> chosen = positions == null ? List.of() : positions;
        if (chosen.isEmpty() && !all && topic == null) {
            throw new IllegalArgumentException(
                    "nothing is chosen: give positions, --topic or --all");
        }
        Clock clock = Clock.systemUTC();
        try (ApplicationContext context = Service.context(settings.properties())) {
            ConsumerSettings log = LogOptions.in(context);
            Secrets secrets =
                    new Secrets(
                            context.getBean(Settings.class).engine().secrets(), new SecureRandom());
            try (Letters letters = new Letters(log);
                    Publisher publisher =
                            Publisher.to(
                                    log.bootstrapServers(),
                                    log.kafkaProperties(),
                                    secrets::rotation);
                    DeadLetters marks = new DeadLetters(log, clock)) {
                List<Letter> open = letters.open();
                List<Letter> wanted =
                        chosen.isEmpty()
                                ? of(open, topic)
                                : chosen.stream()
                                        .map(each -> find(open, LogPosition.parse(each)))
                                        .toList();
                Decoders decoders = new Decoders(log.folioEnv(), secrets, clock);
                List<Redriven> done = new Redrive(letters, decoders, publisher, marks).run(wanted);
                text().redriven(done);
                return done.stream().allMatch(Redriven::isResolved) ? 0 : STILL_SOME;
            }
        }
    }

    private DeadLettersText text() {
        PrintWriter out = spec.commandLine().getOut();
        return new DeadLettersText(out);
    }

    private static List<Letter> of(List<Letter> open, @Nullable String topic) {
        return topic == null
                ? open
                : open.stream().filter(letter -> letter.partition().topic().equals(topic)).toList();
    }

    private static Letter find(List<Letter> open, LogPosition position) {
        return open.stream()
                .filter(letter -> letter.position().equals(position))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s has no open letter: give one that list shows"
                                                .formatted(position)));
    }
}
