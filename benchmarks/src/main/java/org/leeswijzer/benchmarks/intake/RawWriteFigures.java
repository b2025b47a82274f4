package org.leeswijzer.benchmarks.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.leeswijzer.engine.rocksdb.RawWrites;

/** What RocksDB alone did beside an intake of loans. */
final class RawWriteFigures {
    private RawWriteFigures() {}

    /**
     * In the order in which they are told.
     *
     * @param seconds that the intake took
     * @param rawSeconds that RocksDB alone took for what came of it
     */
    static Map<String, Object> of(RawWrites raw, long loans, double seconds, double rawSeconds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rawWriteLoansPerSecond", loans / rawSeconds);
        figures.put("rawWriteKeys", raw.keys());
        figures.put("rawWriteBytes", raw.bytes());
        figures.put("partOfRawWrite", rawSeconds / seconds);
        return figures;
    }
}
