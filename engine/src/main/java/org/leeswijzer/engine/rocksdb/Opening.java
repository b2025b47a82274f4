package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Opens databases: to write by one process at a time, to read by any. */
final class Opening {
    private Opening() {}

    /**
     * Opens the database in this folder to write it, and makes what is not there.
     *
     * @throws StoreException if another process writes it, if it is damaged, or if a restore of it was cut off
     */
    static Database toWrite(Path path) {
        StoreFolders.of(path).checkNoRestoreIsCutOff();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StoreException("the store's folder cannot be made", path, e);
        }
        WriterLock lock = WriterLock.take(path);
        try {
            return open(path, List.of(Table.values()), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the database in this folder to read what was stored until now.
     *
     * @throws StoreException if there is none, or if it is damaged
     */
    static Database toRead(Path path) {
        RocksDB.loadLibrary();
        try {
            return open(path, present(path), null);
        } catch (RocksDBException e) {
            throw refusal(path, e);
        }
    }

    private static Database open(Path path, List<Table> tables, @Nullable WriterLock lock) {
        RocksDB.loadLibrary();
        DatabaseOptions options = new DatabaseOptions(lock != null);
        List<ColumnFamilyDescriptor> families = families(tables, options);
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            RocksDB rocks =
                    lock == null
                            ? RocksDB.openReadOnly(
                                    options.database(), path.toString(), families, handles)
                            : RocksDB.open(options.database(), path.toString(), families, handles);
            return new Database(path, rocks, tables, handles, options, lock);
        } catch (RocksDBException e) {
            options.close();
            throw refusal(path, e);
        }
    }

    /** The tables of a store that an older engine may have made; one that is not there is read as empty. */
    private static List<Table> present(Path path) throws RocksDBException {
        try (Options options = new Options()) {
            Set<String> names =
                    RocksDB.listColumnFamilies(options, path.toString()).stream()
                            .map(Opening::text)
                            .collect(Collectors.toSet());
            return Arrays.stream(Table.values())
                    .filter(table -> names.contains(text(table.familyName())))
                    .toList();
        }
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }

    private static List<ColumnFamilyDescriptor> families(
            List<Table> tables, DatabaseOptions options) {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.tables()));
        for (Table table : tables) {
            families.add(new ColumnFamilyDescriptor(table.familyName(), options.tables()));
        }
        return families;
    }

    private static StoreException refusal(Path path, RocksDBException e) {
        return StoreFolders.of(path).isEmpty()
                ? new StoreException("there is no store here: import or serve first", path, e)
                : Trouble.of(path, e);
    }
}
