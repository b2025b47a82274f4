package org.leeswijzer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the gate said of a version.
 *
 * @param findings in the order of {@link Finding.Check}; empty if it was not asked
 */
public record Verdict(List<Finding> findings) {
    /** The gate was not asked. */
    public static final Verdict NONE = new Verdict(List.of());

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether nothing speaks against it. */
    public boolean passed() {
        return findings.stream().allMatch(Finding::passed);
    }

    /** What speaks against it, in sentences; empty if nothing does. */
    public String objections() {
        return findings.stream()
                .filter(finding -> !finding.passed())
                .map(Finding::text)
                .collect(Collectors.joining("; "));
    }

    /** The same with one more finding. */
    public Verdict with(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new Verdict(all);
    }
}
