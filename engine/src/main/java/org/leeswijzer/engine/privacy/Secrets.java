package org.leeswijzer.engine.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leeswijzer.engine.loan.Library;

/**
 * Every library's secret: a file of 32 random bytes named after the library, made when the library is first seen and
 * readable by its owner alone. Keep the folder apart from the store and its backups: who has both can test whether a
 * known patron number is in the store. Safe for use by many threads.
 */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;
    private final SecureRandom random;
    private final Map<Library, byte[]> known = new ConcurrentHashMap<>();

    public Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** A pseudonymiser of the library's own, for the calling thread. */
    public Pseudonymiser pseudonymiser(Library library) {
        return new Pseudonymiser(known.computeIfAbsent(library, this::readOrMake));
    }

    /** Whether the library has a secret, as each has of which patrons were heard; asking makes none. */
    public boolean has(Library library) {
        return known.containsKey(library) || Files.exists(file(library));
    }

    private Path file(Library library) {
        return folder.resolve(library.code() + ".secret");
    }

    private byte[] readOrMake(Library library) {
        Path file = file(library);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < BYTES) {
                throw new IllegalStateException(
                        "secret %s has %d bytes: give at least %d, or restore it from where it is kept"
                                .formatted(file, secret.length, BYTES));
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("secret %s cannot be read or made".formatted(file), e);
        }
    }

    /* Written aside and linked into place, so that a crash leaves no half secret and two processes agree on one. */
    private void make(Path file) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "new-", ".secret", ownerOnly);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Files.write(aside, secret);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its secret stands.
        } catch (UnsupportedOperationException e) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(aside);
    }
}
