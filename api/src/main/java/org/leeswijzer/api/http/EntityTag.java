package org.leeswijzer.api.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Entity tags (RFC 9110, 8.8.3) of what is sent, and whether a caller has it already. */
public final class EntityTag {
    private static final int BYTES = 12;
    private static final HexFormat HEX = HexFormat.of();
    private static final String WEAK = "W/";

    private EntityTag() {}

    /** A hash of the bytes, without quotes. */
    public static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HEX.formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Whether the lines of {@code If-None-Match} name the tag (RFC 9110, 13.1.2): they are lists of tags, weakly compared,
     * or a star.
     */
    public static boolean isNamed(List<String> ifNoneMatch, String tag) {
        return ifNoneMatch.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(given -> given.equals("*") || opaque(given).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
