package org.leeswijzer.api.command;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Pseudonymisers;

/** Secrets that were never stored and are gone with this, as many of each library as it has: what is tried is read as if it were done. */
final class MomentarySecrets implements Pseudonymisers {
    private static final int BYTES = 32;

    private final ToIntFunction<Library> rotations;
    private final SecureRandom random;
    private final Map<Library, byte[][]> made = new ConcurrentHashMap<>();

    /** @param rotations how often the library's secret was rotated */
    MomentarySecrets(ToIntFunction<Library> rotations, SecureRandom random) {
        this.rotations = rotations;
        this.random = random;
    }

    @Override
    public Pseudonymiser pseudonymiser(Library library) {
        return new Pseudonymiser(made.computeIfAbsent(library, this::make));
    }

    private byte[][] make(Library library) {
        return IntStream.rangeClosed(0, rotation(library))
                .mapToObj(each -> draw())
                .toArray(byte[][]::new);
    }

    private byte[] draw() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    @Override
    public int rotation(Library library) {
        return rotations.applyAsInt(library);
    }
}
