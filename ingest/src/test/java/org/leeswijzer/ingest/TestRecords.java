package org.leeswijzer.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.RawRecord;

/** What the tests of all formats share. */
public final class TestRecords {
    /** A number that shall be seen nowhere; long enough not to be there by chance. */
    public static final String PATRON = "P-4711-0815-2342";

    /** The day it is in tests that hold the clock. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** Noon of that day. */
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    public static final Library ZWOLLE = new Library("zwolle");
    public static final Library DIKU = new Library("diku");

    private TestRecords() {}

    /** Secrets in a folder of their own. */
    public static Secrets secrets() {
        try {
            return new Secrets(
                    Files.createTempDirectory(Path.of("target"), "secrets"), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Secrets in a folder of their own, that of Zwolle rotated once. */
    public static Secrets rotatedSecrets() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "secrets");
            Files.write(folder.resolve("zwolle.secret"), new byte[32]);
            Files.write(folder.resolve("zwolle.1.secret"), new byte[40]);
            return new Secrets(folder, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record without key and header. */
    public static RawRecord record(String topic, String value) {
        return record(topic, null, value);
    }

    /** A record without header. */
    public static RawRecord record(String topic, @Nullable String key, @Nullable String value) {
        return new RawRecord(topic, bytes(key), bytes(value), null);
    }

    /** UTF-8. */
    public static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** In days since 1970. */
    public static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
