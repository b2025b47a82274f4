package org.leeswijzer.engine.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.leeswijzer.engine.feedback.ReaderKey;

/**
 * The secret that what readers say goes under, HMAC-SHA-256 (RFC 2104): readers' random ids become pseudonyms by it, and
 * suggestions are sealed, so that nobody can speak of one that was never made. It is of no library, and never rotated. Replicas
 * have the same one, in {@value #FILE} of their folders of secrets. Safe for use by many threads.
 */
public final class FeedbackSecret {
    /** The file's name in the folder of secrets. */
    public static final String FILE = "feedback.key";

    /** Bytes of a seal: enough that none can be guessed. */
    public static final int SEAL_BYTES = 12;

    private static final String ALGORITHM = "HmacSHA256";

    /** An id and a token that happen to be equal shall not give equal bytes. */
    private static final byte READER = 'r';

    private static final byte SEAL = 's';

    private final ThreadLocal<Mac> macs;

    FeedbackSecret(byte[] secret) {
        SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(key));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The pseudonym of a reader's random id. */
    public ReaderKey reader(String id) {
        ByteBuffer digest = ByteBuffer.wrap(digest(READER, id.getBytes(StandardCharsets.UTF_8)));
        return new ReaderKey(digest.getLong(), digest.getLong());
    }

    /** What shows that these bytes are ours: {@link #SEAL_BYTES} bytes, the same in every process with this secret. */
    public byte[] seal(byte[] bytes) {
        return Arrays.copyOf(digest(SEAL, bytes), SEAL_BYTES);
    }

    private byte[] digest(byte kind, byte[] bytes) {
        Mac mac = macs.get();
        mac.update(kind);
        return mac.doFinal(bytes);
    }
}
