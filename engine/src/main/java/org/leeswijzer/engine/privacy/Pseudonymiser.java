package org.leeswijzer.engine.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.NewKeys;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * Turns a library's patron numbers and loan ids into pseudonyms: HMAC-SHA-256 (RFC 2104) under the library's own secret,
 * 128 bits kept; of a secret that was rotated, that again under each later one in turn. Patrons of two libraries can therefore
 * never be joined, and who has but one secret of several can test no number. Not safe for use by many threads.
 */
public final class Pseudonymiser {
    private static final String ALGORITHM = "HmacSHA256";

    /** A patron number and a loan id that happen to be equal shall not give equal keys. */
    private static final byte PATRON = 'p';

    private static final byte LOAN = 'l';

    /** The first takes what the library writes, each later one what comes out of the one before. */
    private final Mac[] chain;

    private final ByteBuffer before = ByteBuffer.allocate(2 * Long.BYTES);

    /**
     * @param secrets from first to last, each of at least 32 bytes
     * @throws IllegalArgumentException if there is none, or one is shorter
     */
    public Pseudonymiser(byte[]... secrets) {
        if (secrets.length == 0) {
            throw new IllegalArgumentException("secrets is empty: give at least one");
        }
        chain = Arrays.stream(secrets).map(Pseudonymiser::mac).toArray(Mac[]::new);
    }

    private static Mac mac(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "secret has %d bytes: give at least 32".formatted(secret.length));
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The pseudonym of a patron number, taken as the library writes it, to the letter. */
    public PatronKey patron(String number) {
        return patron(firstPatron(number), 0);
    }

    /** What it was before the secret was ever rotated. */
    public PatronKey firstPatron(String number) {
        ByteBuffer digest = digest(PATRON, number);
        return new PatronKey(digest.getLong(), digest.getLong());
    }

    /**
     * The pseudonym of a patron who had this one after so many rotations.
     *
     * @throws IllegalArgumentException if there were fewer
     */
    public PatronKey patron(PatronKey then, int rotation) {
        PatronKey key = then;
        for (int i = next(rotation); i < chain.length; i++) {
            ByteBuffer digest = digest(i, PATRON, key.high(), key.low());
            key = new PatronKey(digest.getLong(), digest.getLong());
        }
        return key;
    }

    /** The key of a loan id, taken as the library writes it, to the letter. */
    public LoanKey loan(String id) {
        ByteBuffer digest = digest(LOAN, id);
        return loan(new LoanKey(digest.getLong(), digest.getLong()), 0);
    }

    /**
     * The key of a loan that had this one after so many rotations.
     *
     * @throws IllegalArgumentException if there were fewer
     */
    public LoanKey loan(LoanKey then, int rotation) {
        LoanKey key = then;
        for (int i = next(rotation); i < chain.length; i++) {
            ByteBuffer digest = digest(i, LOAN, key.high(), key.low());
            key = new LoanKey(digest.getLong(), digest.getLong());
        }
        return key;
    }

    /** What keys of after so many rotations are now. */
    public NewKeys since(int rotation) {
        return new NewKeys() {
            @Override
            public PatronKey of(PatronKey patron) {
                return patron(patron, rotation);
            }

            @Override
            public LoanKey of(LoanKey loan) {
                return loan(loan, rotation);
            }
        };
    }

    private int next(int rotation) {
        if (rotation < 0 || rotation >= chain.length) {
            throw new IllegalArgumentException(
                    "rotation is %d: give 0 to %d".formatted(rotation, chain.length - 1));
        }
        return rotation + 1;
    }

    private ByteBuffer digest(byte kind, String text) {
        chain[0].update(kind);
        return ByteBuffer.wrap(chain[0].doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ByteBuffer digest(int link, byte kind, long high, long low) {
        before.clear().putLong(high).putLong(low);
        chain[link].update(kind);
        return ByteBuffer.wrap(chain[link].doFinal(before.array()));
    }
}
