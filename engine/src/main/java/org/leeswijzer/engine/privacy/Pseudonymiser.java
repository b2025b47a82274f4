package org.leeswijzer.engine.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.leeswijzer.engine.loan.LoanKey;
import org.leeswijzer.engine.loan.PatronKey;

/**
 * Turns a library's patron numbers and loan ids into pseudonyms: HMAC-SHA-256 (RFC 2104) under the library's own secret,
 * 128 bits kept. Patrons of two libraries can therefore never be joined. Not safe for use by many threads.
 */
public final class Pseudonymiser {
    private static final String ALGORITHM = "HmacSHA256";

    /** A patron number and a loan id that happen to be equal shall not give equal keys. */
    private static final byte PATRON = 'p';

    private static final byte LOAN = 'l';

    private final Mac mac;

    /**
     * @param secret at least 32 bytes
     * @throws IllegalArgumentException if the secret is shorter
     */
    public Pseudonymiser(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "secret has %d bytes: give at least 32".formatted(secret.length));
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The pseudonym of a patron number, taken as the library writes it, to the letter. */
    public PatronKey patron(String number) {
        ByteBuffer digest = digest(PATRON, number);
        return new PatronKey(digest.getLong(), digest.getLong());
    }

    /** The key of a loan id, taken as the library writes it, to the letter. */
    public LoanKey loan(String id) {
        ByteBuffer digest = digest(LOAN, id);
        return new LoanKey(digest.getLong(), digest.getLong());
    }

    private ByteBuffer digest(byte kind, String text) {
        mac.update(kind);
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
