package org.leeswijzer.engine.rocksdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.StoreException;

/**
 * The right to write a store, which one process has at a time: a lock on the file {@code WRITER} in its folder, which also
 * says whose it is. It ends with the process, however that ends.
 */
final class WriterLock implements AutoCloseable {
    private static final String NAME = "WRITER";
    private static final int LONGEST_PID = 20;

    private final Path store;
    private final FileChannel channel;

    private WriterLock(Path store, FileChannel channel) {
        this.store = store;
        this.channel = channel;
    }

    /**
     * Takes the lock of a store whose folder is there.
     *
     * @throws StoreException if another has it, which is named as far as it is known
     */
    static WriterLock take(Path store) {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            store.resolve(NAME),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                throw held(store, channel);
            }
            tell(channel);
            return new WriterLock(store, channel);
        } catch (IOException e) {
            close(store, channel);
            throw new StoreException("the store cannot be locked", store, e);
        } catch (StoreException e) {
            close(store, channel);
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return null;
        }
    }

    private static StoreException held(Path store, FileChannel channel) throws IOException {
        ByteBuffer said = ByteBuffer.allocate(LONGEST_PID);
        channel.read(said, 0);
        String pid = StandardCharsets.US_ASCII.decode(said.flip()).toString().strip();
        return new StoreException(
                "another process writes to the store%s: stop it, or use another data folder"
                        .formatted(pid.isEmpty() ? "" : ", with process id " + pid),
                store);
    }

    /* On a full disk the lock holds, and only its holder is not known. */
    private static void tell(FileChannel channel) {
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() {
        close(store, channel);
    }

    private static void close(Path store, @Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("the store cannot be unlocked", store, e);
        }
    }
}
