package org.leeswijzer.engine.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies files and tells the hash of what was copied, so that what is read once is both kept and checked. */
final class HashedCopy {
    private static final int BUFFER_BYTES = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /** Copies a file to one that is not there, and has the disk keep it; returns the SHA-256 in hexadecimal. */
    String copy(Path from, Path to) throws IOException {
        try (FileChannel out =
                FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            String hash = read(from, out);
            out.force(true);
            return hash;
        }
    }

    private String read(Path from, FileChannel out) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel in = FileChannel.open(from)) {
            while (in.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip().duplicate());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of some bytes, in hexadecimal. */
    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Has the disk keep the names in a folder, where the system can. */
    static void forceFolder(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
