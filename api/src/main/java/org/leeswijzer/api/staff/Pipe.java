package org.leeswijzer.api.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one thread writes, others read, a few blocks later. Unlike {@link java.io.PipedInputStream} it does not mind which
 * threads those are, and a writer that fails ends the reader with an error instead of an end.
 */
final class Pipe {
    private static final int BLOCKS = 16;
    private static final long PATIENCE_SECONDS = 60;

    /** Ends what is read. */
    private static final byte[] END = new byte[0];

    /** As {@link #END}, after a failure. */
    private static final byte[] FAILED = new byte[0];

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private volatile boolean readerGone;

    /** Something that is written. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes it all, and ends the reader's stream.
     *
     * @throws IOException if the reader has gone, or takes nothing for a minute
     */
    void write(Writing writing) throws IOException {
        try {
            writing.to(new Writer());
        } catch (IOException | RuntimeException e) {
            fail(e);
            throw e;
        }
        put(END);
    }

    private void fail(Exception cause) {
        try {
            put(FAILED);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** To be read by whoever is to have it. */
    InputStream reader() {
        return new Reader();
    }

    private void put(byte[] block) throws IOException {
        try {
            if (readerGone || !blocks.offer(block, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("nobody reads on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private final class Writer extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            put(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count > 0) {
                put(Arrays.copyOfRange(bytes, from, from + count));
            }
        }
    }

    private final class Reader extends InputStream {
        private byte @Nullable [] block = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            byte[] current = block;
            if (current != null && at == current.length) {
                current = next();
            }
            if (current == null) {
                return -1;
            }
            int taken = Math.min(count, current.length - at);
            System.arraycopy(current, at, bytes, from, taken);
            at += taken;
            return taken;
        }

        private byte @Nullable [] next() throws IOException {
            try {
                byte[] taken = blocks.take();
                if (taken == FAILED) {
                    throw new IOException("what was to be read could not be written");
                }
                block = taken == END ? null : taken;
                at = 0;
                return block;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void close() {
            readerGone = true;
            // Whoever waits to write goes on, and sees it then.
            blocks.clear();
        }
    }
}
