package org.leeswijzer.api.feedback;

import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.FeedbackSecret;

/**
 * The traceId of a suggestion: what it was of, sealed, so that nobody can speak of a suggestion that was never made. Equal ones
 * are equal texts, whoever asks and whatever process answers.
 *
 * <pre>
 *  0        1       2
 *  +--------+-------+-----------+-------------------------------------------+-----------+
 *  | format | flags | 2 n  text | and so on                                 | seal   12 |   in base64url
 *  +--------+-------+-----------+-------------------------------------------+-----------+
 * </pre>
 *
 * The texts are the library, if the first flag is set; the record's library, if the second is not, and its id; the same of the
 * seed, if the third is set, with the fourth; and the basis. A library is left out where it is the one that was asked.
 */
@Singleton
public final class TraceIds {
    /** Longer than any that is made. */
    static final int MAX_LENGTH = 3_000;

    private static final byte FORMAT = 1;

    private static final int ASKED = 1;
    private static final int OWN_TITLE = 2;
    private static final int SEEDED = 4;
    private static final int OWN_SEED = 8;

    private final FeedbackSecret secret;

    TraceIds(FeedbackSecret secret) {
        this.secret = secret;
    }

    /** The one of a suggestion. */
    public String of(Traced suggestion) {
        RecordId seed = suggestion.seed();
        boolean isOwnTitle = suggestion.title().library().equals(suggestion.library());
        boolean isOwnSeed = seed != null && seed.library().equals(suggestion.library());
        int flags =
                (suggestion.library() == null ? 0 : ASKED)
                        | (isOwnTitle ? OWN_TITLE : 0)
                        | (seed == null ? 0 : SEEDED)
                        | (isOwnSeed ? OWN_SEED : 0);
        ByteBuffer bytes = ByteBuffer.allocate(MAX_LENGTH).put(FORMAT).put((byte) flags);
        if (suggestion.library() != null) {
            put(bytes, suggestion.library().code());
        }
        put(bytes, suggestion.title(), isOwnTitle);
        if (seed != null) {
            put(bytes, seed, isOwnSeed);
        }
        put(bytes, suggestion.basis());
        byte[] said = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.put(secret.seal(said));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static void put(ByteBuffer bytes, RecordId record, boolean isOwn) {
        if (!isOwn) {
            put(bytes, record.library().code());
        }
        put(bytes, record.id());
    }

    private static void put(ByteBuffer bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short) utf8.length).put(utf8);
    }

    /** What the suggestion was of; empty if we never made this one. */
    public Optional<Traced> read(String traceId) {
        if (traceId.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(traceId);
            int end = bytes.length - FeedbackSecret.SEAL_BYTES;
            if (end < 0) {
                return Optional.empty();
            }
            byte[] said = Arrays.copyOf(bytes, end);
            byte[] seal = Arrays.copyOfRange(bytes, end, bytes.length);
            // Each suggestion has one text: what base64 leaves free is not for others to fill.
            return MessageDigest.isEqual(seal, secret.seal(said)) && isPlain(traceId, bytes)
                    ? Optional.of(traced(ByteBuffer.wrap(said)))
                    : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String traceId, byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(traceId);
    }

    private static Traced traced(ByteBuffer said) {
        if (said.get() != FORMAT) {
            throw new IllegalArgumentException("traceId is of another format: ask again");
        }
        int flags = said.get();
        Library library = (flags & ASKED) == 0 ? null : new Library(text(said));
        RecordId title = record(said, (flags & OWN_TITLE) == 0 ? null : library);
        RecordId seed =
                (flags & SEEDED) == 0
                        ? null
                        : record(said, (flags & OWN_SEED) == 0 ? null : library);
        return new Traced(library, title, seed, text(said));
    }

    private static RecordId record(ByteBuffer said, @Nullable Library own) {
        Library library = own == null ? new Library(text(said)) : own;
        return new RecordId(library, text(said));
    }

    private static String text(ByteBuffer said) {
        byte[] utf8 = new byte[Short.toUnsignedInt(said.getShort())];
        said.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
