package org.leeswijzer.engine.rocksdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.leeswijzer.engine.loan.StoreException;
import org.leeswijzer.engine.rocksdb.StoredRows.Rows;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A new database with the tables and the options of a store, and nothing else of it. */
@NullMarked
final class BareDatabase implements AutoCloseable {
    private final Path folder;
    private final DatabaseOptions options = new DatabaseOptions(true);
    private final WriteOptions write = new WriteOptions();

    /** The default family, which is empty, then one per table. */
    private final List<ColumnFamilyHandle> handles = new ArrayList<>();

    private final RocksDB rocks;

    BareDatabase(Path folder) {
        this.folder = folder;
        RocksDB.loadLibrary();
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.tables()));
        for (Table table : Table.values()) {
            families.add(new ColumnFamilyDescriptor(table.familyName(), options.tables()));
        }
        try {
            rocks = RocksDB.open(options.database(), folder.toString(), families, handles);
        } catch (RocksDBException e) {
            throw new StoreException("no database can be made", folder, e);
        }
    }

    /** Makes a file of all rows of a table, and has it taken in. */
    void takeIn(int table, Rows rows) {
        String file = folder.resolve(table + ".sst").toString();
        if (rows.size() == 0) {
            return;
        }
        try (Options both = new Options(options.database(), options.tables());
                EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, both);
                IngestExternalFileOptions moving =
                        new IngestExternalFileOptions().setMoveFiles(true)) {
            writer.open(file);
            for (int row = 0; row < rows.size(); row++) {
                writer.put(rows.key(row), rows.value(row));
            }
            writer.finish();
            rocks.ingestExternalFile(handles.get(table + 1), List.of(file), moving);
        } catch (RocksDBException e) {
            throw new StoreException("rows cannot be written", folder, e);
        }
    }

    /** What fills a batch. */
    interface Filling {
        void fill(WriteBatch batch) throws RocksDBException;
    }

    /** Writes a batch. */
    void write(Filling filling) {
        try (WriteBatch batch = new WriteBatch()) {
            filling.fill(batch);
            rocks.write(write, batch);
        } catch (RocksDBException e) {
            throw new StoreException("rows cannot be written", folder, e);
        }
    }

    ColumnFamilyHandle handle(int table) {
        return handles.get(table + 1);
    }

    @Override
    public void close() {
        write.close();
        handles.forEach(AbstractNativeReference::close);
        rocks.close();
        options.close();
    }
}
