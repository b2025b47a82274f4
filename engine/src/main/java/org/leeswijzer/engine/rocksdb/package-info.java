/**
 * The store. No other package imports {@code org.rocksdb}; every native object has one owner that closes it, and every
 * key and value layout one class with a picture of its bytes.
 *
 * <p>Read {@link org.leeswijzer.engine.rocksdb.LoanStore} (the whole, and what is read of it); then {@code LoanWriter} and the
 * {@code Keepers} (how a batch of events becomes keys) with {@code Memory} (what is not read twice); a library's first loans
 * come by another way, {@code StoredBulkLoad} and {@code LoadFolder}, through the same {@code Admission}; and all keys of a
 * library change by {@code Rekeying} when its secret does. Which records are one work is {@code WorkKeeper}'s and {@code Works}'; how copies stand {@code CopyKeeper}'s; what readers say of suggestions {@code
 * OpinionKeeper}'s and {@code StoredVoices}'. Of the model:
 * {@link org.leeswijzer.engine.rocksdb.StoredNeighbours} (the rows that serve),
 * {@link org.leeswijzer.engine.rocksdb.StoredModels} (all versions), and those that make one,
 * {@link org.leeswijzer.engine.rocksdb.StoredCandidate} and {@link org.leeswijzer.engine.rocksdb.StoredImports}. Below them
 * {@code Database} with {@code Opening} and {@code Trouble} (what its failures mean), {@code Table}, and the layouts. Of the whole
 * store: {@link org.leeswijzer.engine.rocksdb.StoreBackups} and {@link org.leeswijzer.engine.rocksdb.StoreRestore}.
 *
 * <p>Rule: what memory holds, and what is derived from loans, changes under the write lock with the batch that changes the
 * loans; rows are computed under the read lock.
 */
@NullMarked
package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.NullMarked;
