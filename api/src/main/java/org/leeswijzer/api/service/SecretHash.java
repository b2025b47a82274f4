package org.leeswijzer.api.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a key or a token, which is all that we keep of one: {@code sha256:} and 64 hexadecimal digits. Compared in
 * the same time wherever two differ.
 */
public final class SecretHash {
    private static final String PREFIX = "sha256:";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final byte[] hash;

    private SecretHash(byte[] hash) {
        this.hash = hash;
    }

    /** Of what somebody shows. */
    public static SecretHash of(String secret) {
        return new SecretHash(sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Of a setting.
     *
     * @param key of the setting
     * @throws IllegalArgumentException if it is something else; it is not told, since it may be the secret itself
     */
    public static SecretHash parse(String key, String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        if (!TEXT.matcher(small).matches()) {
            throw new IllegalArgumentException(
                    "%s has something other than %s and 64 hexadecimal digits: give what the command key prints"
                            .formatted(key, PREFIX));
        }
        return new SecretHash(HexFormat.of().parseHex(small, PREFIX.length(), small.length()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretHash that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(hash).getInt();
    }

    /** As settings have it. */
    @Override
    public String toString() {
        return PREFIX + HexFormat.of().formatHex(hash);
    }
}
