package org.leeswijzer.engine.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.leeswijzer.engine.loan.Library;

/**
 * Every library's secrets: a file of 32 random bytes named after the library, made when the library is first seen, and one more
 * each time that the secret is rotated. Keep the folder apart from the store and its backups: who has both can test whether a
 * known patron number is in the store. Safe for use by many threads.
 *
 * <p>Of each library it keeps to the rotation that it was first asked about, as long as it lives: what it makes goes together.
 */
public final class Secrets implements Pseudonymisers {
    private static final int BYTES = 32;

    private final SecretFiles files;
    private final SecureRandom random;
    private final Map<Library, Integer> rotations = new ConcurrentHashMap<>();
    private final Map<Library, byte[][]> known = new ConcurrentHashMap<>();

    public Secrets(Path folder, SecureRandom random) {
        files = new SecretFiles(folder);
        this.random = random;
    }

    @Override
    public Pseudonymiser pseudonymiser(Library library) {
        return new Pseudonymiser(known.computeIfAbsent(library, this::readOrMake));
    }

    @Override
    public int rotation(Library library) {
        return rotations.computeIfAbsent(library, files::rotation);
    }

    /** Whether the library has a secret, as each has of which patrons were heard; asking makes none. */
    public boolean has(Library library) {
        return known.containsKey(library) || Files.exists(files.file(library, 0));
    }

    /** The secret of what readers say, one for all libraries; made if it is not there. */
    public FeedbackSecret feedback() {
        return new FeedbackSecret(files.readOrMake(FeedbackSecret.FILE, draw()));
    }

    /** Keeps to the secrets that the library had after so many rotations, whatever came since. */
    void keepTo(Library library, int rotation) {
        rotations.put(library, rotation);
        known.remove(library);
    }

    /** A secret to come. */
    byte[] draw() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** What would make the library's pseudonyms if it got that secret. */
    Pseudonymiser with(Library library, byte[] next) {
        byte[][] now = known.computeIfAbsent(library, this::readOrMake);
        byte[][] then = Arrays.copyOf(now, now.length + 1);
        then[now.length] = next;
        return new Pseudonymiser(then);
    }

    /**
     * Gives the library that secret, from now on.
     *
     * @throws IllegalStateException if another process gave it one at the same time
     */
    void add(Library library, byte[] next) {
        int rotation = rotation(library) + 1;
        files.make(library, rotation, next);
        if (!Arrays.equals(files.read(library, rotation), next)) {
            throw new IllegalStateException(
                    "library %s was given %s by another process: open the store again, which takes it"
                            .formatted(library, SecretFiles.name(library, rotation)));
        }
        keepTo(library, rotation);
    }

    private byte[][] readOrMake(Library library) {
        int rotation = rotation(library);
        if (rotation == 0 && !has(library)) {
            files.make(library, 0, draw());
        }
        return IntStream.rangeClosed(0, rotation)
                .mapToObj(each -> files.read(library, each))
                .toArray(byte[][]::new);
    }
}
