/**
 * The store. No other package imports {@code org.rocksdb}; every native object has one owner that closes it, and every
 * key and value layout one class with a picture of its bytes.
 */
@NullMarked
package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.NullMarked;
