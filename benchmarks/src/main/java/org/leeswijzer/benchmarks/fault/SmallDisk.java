package org.leeswijzer.benchmarks.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory, which can be filled and emptied. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4_096;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /**
     * Mounts it.
     *
     * @throws IOException if that is not permitted here
     */
    static SmallDisk mount(Path path, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(path);
        run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=%dm".formatted(mebibytes),
                "tmpfs",
                path.toString());
        return new SmallDisk(path);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    Path path() {
        return path;
    }

    private Path filling() {
        return path.resolve("filling");
    }

    /** Leaves no block free. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filling())) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(path).getUsableSpace() >= BLOCK) {
                out.write(block);
            }
        }
    }

    /** Takes out what {@link #fill} put in. */
    void empty() throws IOException {
        Files.deleteIfExists(filling());
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
