package org.leeswijzer.api.service;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Pseudonymiser;
import org.leeswijzer.engine.privacy.Pseudonymisers;
import org.leeswijzer.engine.privacy.Secrets;

/** The libraries' secrets, and of a library that has none one that is never stored and gone with this. */
public final class MomentarySecrets implements Pseudonymisers {
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final SecureRandom random;
    private final Map<Library, byte[][]> made = new ConcurrentHashMap<>();

    /** @param secrets those that there are */
    public MomentarySecrets(Secrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    @Override
    public Pseudonymiser pseudonymiser(Library library) {
        return secrets.has(library)
                ? secrets.pseudonymiser(library)
                : new Pseudonymiser(made.computeIfAbsent(library, this::make));
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
        return secrets.rotation(library);
    }
}
