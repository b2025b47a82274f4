package org.leeswijzer.benchmarks.fault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.ingest.broker.EmbeddedBroker;

/** Files of every format with spoiled rows, imported into the log: each row is published, dropped or told. */
final class FuzzedFiles implements Fault {
    private static final Pattern READ =
            Pattern.compile("(\\d+) \\w+s read, (\\d+) published, (\\d+) bad");
    private static final Pattern DROPPED = Pattern.compile("(?m)^  ([\\d.,]+) dropped: ");
    private static final int SOME_BAD = 3;

    @Override
    public String name() {
        return "fuzzed files";
    }

    @Override
    public Outcome run(Ground ground) throws IOException, InterruptedException {
        try (EmbeddedBroker broker = ground.broker()) {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (Sample.OfFile format : Sample.files()) {
                figures.put(
                        format.format() + " " + format.kind(), imported(ground, broker, format));
            }
            return Outcome.held(figures);
        }
    }

    private static Map<String, Object> imported(
            Ground ground, EmbeddedBroker broker, Sample.OfFile format)
            throws IOException, InterruptedException {
        Path file = ground.folder().resolve(format.format() + "-" + format.kind());
        write(file, format, ground);
        try (ChildService run =
                ground.run(
                        List.of(
                                "import",
                                format.kind(),
                                file.toString(),
                                "--format=" + format.format(),
                                "--library=" + Sample.LIBRARY,
                                "--folder=" + ground.folder(),
                                "--bootstrap-servers=" + broker.bootstrapServers()))) {
            int code = run.awaitEnd();
            String said = run.said();
            Matcher read = READ.matcher(said);
            BrokenException.unless(
                    (code == 0 || code == SOME_BAD) && read.find(),
                    "%s ended with %d: %s",
                    format.format(),
                    code,
                    said);
            return figures(said, read, code);
        }
    }

    private static Map<String, Object> figures(String said, Matcher read, int code) {
        long rows = Long.parseLong(read.group(1));
        long published = Long.parseLong(read.group(2));
        long bad = Long.parseLong(read.group(3));
        long dropped =
                DROPPED.matcher(said)
                        .results()
                        .mapToLong(each -> Long.parseLong(each.group(1).replaceAll("[.,]", "")))
                        .sum();
        BrokenException.unless(
                rows == published + bad + dropped && (bad > 0) == (code == SOME_BAD),
                "rows are missing: %s",
                said);
        return Map.of("rows", rows, "published", published, "bad", bad, "dropped", dropped);
    }

    private static void write(Path file, Sample.OfFile format, Ground ground) throws IOException {
        Fuzzer fuzzer = new Fuzzer(ground.random());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(Publishing.bytes(format.head()));
            for (int n = 0; n < ground.scale().fuzzed(); n++) {
                byte[] row = Publishing.bytes(format.row(n));
                boolean isLine = row[row.length - 1] == '\n';
                if (isLine) {
                    out.write(fuzzer.spoilLine(java.util.Arrays.copyOf(row, row.length - 1)));
                    out.write('\n');
                } else {
                    out.write(fuzzer.spoil(row));
                }
            }
            out.write(Publishing.bytes(format.tail()));
        }
    }
}
