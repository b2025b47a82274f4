package org.leeswijzer.benchmarks.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.leeswijzer.benchmarks.load.Ticker;

/**
 * What a process has taken until now.
 *
 * @param processor time that processors worked for it
 */
record Watched(ProcessHandle process, Duration processor) {
    private static final double QUIET = 0.1;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Watched now(ProcessHandle process) {
        return new Watched(process, process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** Waits until it hardly works any more, or for five minutes: a service that has just started reads its catalogue. */
    static void awaitQuiet(ProcessHandle process, Ticker ticker) {
        long begin = ticker.nanos();
        Duration second = Duration.ofSeconds(1);
        double processors;
        do {
            Watched before = now(process);
            ticker.waitUntil(ticker.nanos() + second.toNanos());
            processors = before.processors(second);
        } while (processors > QUIET && ticker.nanos() - begin < PATIENCE.toNanos());
    }

    private double processors(Duration elapsed) {
        return (double) now(process).processor.minus(processor).toNanos() / elapsed.toNanos();
    }

    /** What it took since then: processors, of which 1 is one at work all the time, and memory where Linux tells. */
    Map<String, Object> since(Duration elapsed) {
        Map<String, Object> taken = new LinkedHashMap<>();
        taken.put("processors", processors(elapsed));
        peakMiB().ifPresent(peak -> taken.put("peakResidentMiB", peak));
        return taken;
    }

    private OptionalLong peakMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
