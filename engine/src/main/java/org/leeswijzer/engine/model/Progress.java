package org.leeswijzer.engine.model;

/** Is told how far a long task is; called by many threads. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (stage, done, total) -> {};

    /**
     * So far the task has come.
     *
     * @param stage a word such as {@code reading} or {@code scoring}
     * @param done of the total
     * @param total 0 if not known
     */
    void at(String stage, long done, long total);
}
