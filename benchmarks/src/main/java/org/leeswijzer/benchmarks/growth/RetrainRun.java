package org.leeswijzer.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.leeswijzer.engine.similarity.LoanTable;
import org.leeswijzer.engine.similarity.Training;

/**
 * One full retrain of loans in memory: counting, scoring and ranking every title; not the making of the loans, nor the
 * writing of the rows.
 *
 * @param seconds by the clock
 * @param processorSeconds that processors worked for this process meanwhile, in steps of the system's clock; NaN where that
 *     is not known
 * @param peakHeapMiB the peaks of all parts of the heap together, loans and rubbish included
 * @param neighbours of all titles together
 */
record RetrainRun(double seconds, double processorSeconds, long peakHeapMiB, long neighbours) {
    /** What is measured is what is delivered. */
    static final int MIN_BORROWERS = 3;

    /** Retrains on so many threads. */
    static RetrainRun of(LoanTable table, int threads) {
        AtomicLong neighbours = new AtomicLong();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        double before = worked();
        long begin = System.nanoTime();
        new Training(MIN_BORROWERS, threads)
                .run(table, (title, row) -> neighbours.addAndGet(row.size()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new RetrainRun(seconds, worked() - before, peak() >> 20, neighbours.get());
    }

    /** The shortest of the runs. */
    static RetrainRun best(List<RetrainRun> runs) {
        return runs.stream().min(Comparator.comparingDouble(RetrainRun::seconds)).orElseThrow();
    }

    /** The run in the middle; of an even number the slower one. */
    static RetrainRun median(List<RetrainRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(RetrainRun::seconds))
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double worked() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / (double) TimeUnit.SECONDS.toNanos(1)
                : Double.NaN;
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
