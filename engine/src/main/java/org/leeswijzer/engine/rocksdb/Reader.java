package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;

/** Reading by key and by prefix, from the database or from a batch that is about to be written to it. */
interface Reader {

    byte @Nullable [] get(Table table, byte[] key);

    /** Shows every key that starts with the prefix, in order of bytes, until the visitor has seen enough. */
    void scan(Table table, byte[] prefix, Visitor visitor);

    /** Is shown a key and its value. */
    @FunctionalInterface
    interface Visitor {
        /** Returns whether to go on. */
        boolean visit(byte[] key, byte[] value);
    }
}
