package org.leeswijzer.benchmarks.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That a fault did no harm, or why it could not be tried here.
 *
 * @param figures by name
 * @param skipped why it could not be tried; empty if it was
 */
record Outcome(Map<String, Object> figures, String skipped) {

    static Outcome held(Map<String, Object> figures) {
        return new Outcome(new LinkedHashMap<>(figures), "");
    }

    static Outcome skipped(String why) {
        return new Outcome(Map.of(), why);
    }

    boolean isSkipped() {
        return !skipped.isEmpty();
    }
}
