package org.leeswijzer.engine.rocksdb;

import org.leeswijzer.engine.similarity.Row;
import org.leeswijzer.engine.similarity.Scope;

/** Is shown a row. */
@FunctionalInterface
public interface RowVisitor {
    /** Returns whether to go on. */
    boolean row(Scope scope, int title, Row row);
}
