/**
 * A model version as one file, to be taken to another store: a replica, a test system, or the same one later.
 *
 * <p>Read {@link org.leeswijzer.engine.transfer.ModelFormat} (its bytes), then
 * {@link org.leeswijzer.engine.transfer.ModelExport} and {@link org.leeswijzer.engine.transfer.ModelImport}.
 *
 * <p>Titles are named by their records, since numbers differ from store to store; patrons are in no file. What is imported is
 * held against the loans of the store that takes it in: it shows no pair that fewer than minBorrowers patrons share there.
 */
@NullMarked
package org.leeswijzer.engine.transfer;

import org.jspecify.annotations.NullMarked;
