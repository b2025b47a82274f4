package org.leeswijzer.benchmarks.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a process has taken until now.
 *
 * @param processor time that processors worked for it
 */
record Watched(ProcessHandle process, Duration processor) {

    static Watched now(ProcessHandle process) {
        return new Watched(process, process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** What it took since then: processors, of which 1 is one at work all the time, and memory where Linux tells. */
    Map<String, Object> since(Duration elapsed) {
        Map<String, Object> taken = new LinkedHashMap<>();
        double worked = now(process).processor.minus(processor).toNanos();
        taken.put("processors", worked / elapsed.toNanos());
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
