/**
 * A backup as a folder of files: what is in it, and how it is written, read and held against its checksums. Nothing of a
 * database is known here; {@code engine.rocksdb} says which files make a store.
 *
 * <p>Read {@link org.leeswijzer.engine.backup.Manifest} (what a backup says of itself), then
 * {@link org.leeswijzer.engine.backup.BackupFolder}.
 *
 * <p>Rules: a folder of that name is there only when all of it is, and safe on disk; libraries' secrets are in no backup.
 */
@NullMarked
package org.leeswijzer.engine.backup;

import org.jspecify.annotations.NullMarked;
