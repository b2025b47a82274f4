package org.leeswijzer.engine.backup;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leeswijzer.engine.Fingerprint;

/**
 * What a backup says of itself. Written as {@code sha256sum} reads it, so that {@code sha256sum -c SHA256SUMS} looks after a
 * backup wherever it is kept:
 *
 * <pre>
 * # leeswijzer backup 1
 * # made 2026-03-01T10:00:00Z
 * # schema 2
 * # loans 64 hexadecimal digits
 * # neighbours 64 hexadecimal digits
 * # files 2
 * 64 hexadecimal digits  000012.sst
 * 64 hexadecimal digits  CURRENT
 * # list 64 hexadecimal digits of all lines above
 * </pre>
 *
 * @param made when
 * @param schema of the store
 * @param fingerprint of the store
 * @param files SHA-256 of each, in hexadecimal, by name
 */
public record Manifest(
        Instant made, long schema, Fingerprint fingerprint, SortedMap<String, String> files) {
    private static final String FORMAT = "1";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64}) {2}([A-Za-z0-9._-]+)");
    private static final int HEAD = 6;
    private static final int TAIL = 1;

    /** @throws IllegalArgumentException if a hash is none */
    public Manifest {
        files = new TreeMap<>(files);
        for (String hash : files.values()) {
            requireHash(hash);
        }
        requireHash(fingerprint.loans());
        requireHash(fingerprint.neighbours());
    }

    private static void requireHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "hash is '%s': give 64 hexadecimal digits".formatted(hash));
        }
    }

    /** As it is written, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("# leeswijzer backup " + FORMAT);
        lines.add("# made " + made);
        lines.add("# schema " + schema);
        lines.add("# loans " + fingerprint.loans());
        lines.add("# neighbours " + fingerprint.neighbours());
        lines.add("# files " + files.size());
        files.forEach((name, hash) -> lines.add(hash + "  " + name));
        lines.add("# list " + hash(lines));
        return lines;
    }

    private static String hash(List<String> lines) {
        return HashedCopy.hash(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if it is anything else, or of a newer format
     */
    public static Manifest parse(List<String> lines) {
        if (lines.size() < HEAD + TAIL) {
            throw new IllegalArgumentException("it ends after %d lines".formatted(lines.size()));
        }
        String format = value(lines.get(0), "leeswijzer backup");
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "it has format %s, and this Leeswijzer reads %s: use a newer one"
                            .formatted(format, FORMAT));
        }
        List<String> listed = lines.subList(0, lines.size() - TAIL);
        if (!value(lines.get(listed.size()), "list").equals(hash(listed))) {
            throw new IllegalArgumentException("its checksum is another");
        }
        SortedMap<String, String> files = files(listed.subList(HEAD, listed.size()));
        if (!value(lines.get(HEAD - 1), "files").equals(Integer.toString(files.size()))) {
            throw new IllegalArgumentException("files are missing from its list");
        }
        try {
            return new Manifest(
                    Instant.parse(value(lines.get(1), "made")),
                    Long.parseLong(value(lines.get(2), "schema")),
                    new Fingerprint(
                            value(lines.get(3), "loans"), value(lines.get(4), "neighbours")),
                    files);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its time cannot be read", e);
        }
    }

    private static String value(String line, String name) {
        String before = "# " + name + " ";
        if (!line.startsWith(before)) {
            throw new IllegalArgumentException(
                    "its line '%s' is missing".formatted(before.strip()));
        }
        return line.substring(before.length());
    }

    private static SortedMap<String, String> files(List<String> lines) {
        Map<String, String> files = new TreeMap<>();
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (!file.matches() || files.put(file.group(2), file.group(1)) != null) {
                throw new IllegalArgumentException("its list of files cannot be read");
            }
        }
        return new TreeMap<>(files);
    }
}
