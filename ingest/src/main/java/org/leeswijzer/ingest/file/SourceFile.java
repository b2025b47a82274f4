package org.leeswijzer.ingest.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file to import, or standard input: unpacked if it is gzip, and without a byte order mark. */
public final class SourceFile implements AutoCloseable {
    /** The name that stands for standard input. */
    public static final String STDIN = "-";

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final long size;
    private final Counted counted;
    private final InputStream content;

    private SourceFile(String name, long size, InputStream raw) throws IOException {
        this.name = name;
        this.size = size;
        counted = new Counted(raw);
        content = withoutMark(unpacked(new BufferedInputStream(counted, BUFFER)));
    }

    /**
     * Opens a file.
     *
     * @param file its path, or {@link #STDIN} to read {@code stdin}
     */
    public static SourceFile open(String file, InputStream stdin) throws IOException {
        return file.equals(STDIN) ? of("standard input", 0, stdin) : open(Path.of(file));
    }

    /** Opens a file. */
    public static SourceFile open(Path file) throws IOException {
        return of(file.toString(), Files.size(file), Files.newInputStream(file));
    }

    private static SourceFile of(String name, long size, InputStream raw) throws IOException {
        try {
            return new SourceFile(name, size, raw);
        } catch (IOException e) {
            raw.close();
            throw new IOException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** For messages. */
    public String name() {
        return name;
    }

    /** Bytes of the file as it stands on disk; 0 if not known. */
    public long size() {
        return size;
    }

    /** How many of those were read. */
    public long read() {
        return counted.count;
    }

    /** What is left to read of it. */
    public InputStream content() {
        return content;
    }

    /** The next bytes, to look at: they are still to be read. */
    public byte[] beginning(int atMost) throws IOException {
        content.mark(atMost);
        byte[] bytes = content.readNBytes(atMost);
        content.reset();
        return bytes;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /* RFC 1952: a gzip file begins with these two bytes, and no text does. */
    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return isGzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        in.mark(3);
        if (in.read() == 0xef && in.read() == 0xbb && in.read() == 0xbf) {
            return in;
        }
        in.reset();
        return in;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
