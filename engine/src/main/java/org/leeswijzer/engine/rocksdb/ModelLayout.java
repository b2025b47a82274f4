package org.leeswijzer.engine.rocksdb;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.evaluate.Measure;
import org.leeswijzer.engine.model.Finding;
import org.leeswijzer.engine.model.Judged;
import org.leeswijzer.engine.model.Made;
import org.leeswijzer.engine.model.ModelState;
import org.leeswijzer.engine.model.ModelVersion;
import org.leeswijzer.engine.model.Origin;
import org.leeswijzer.engine.model.Parameters;
import org.leeswijzer.engine.model.Published;
import org.leeswijzer.engine.model.Verdict;
import org.leeswijzer.engine.suggest.Blend;

/**
 * What is known of a model version, in the store and in files. A part that may be absent comes after 1 if it is there, and is 0 if not; strings carry
 * their length, lists their size; a day is counted from 1970, a moment in milliseconds from then.
 *
 * <pre>
 *  0         4
 *  +---------+      +---+-------+---------+--------+----+--- - - -----+--- - - +--- - - --+--- - - ---+--- - - -----+--- - - --+
 *  | version |  ->  | 1 | state | began 8 | took 8 | by | parameters? | made?  | judged?  | findings  | published?  | origin?  |
 *  +---------+      +---+-------+---------+--------+----+--- - - -----+--- - - +--- - - --+--- - - ---+--- - - -----+--- - - --+
 * </pre>
 */
public final class ModelLayout {
    private static final int VERSION = 1;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private ModelLayout() {}

    static byte[] key(int version) {
        return Bytes.of(4).i32(version).done();
    }

    static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    /** All of it but the number. */
    public static byte[] value(ModelVersion version) {
        Bytes bytes =
                Bytes.of(512)
                        .u8(VERSION)
                        .string(version.state().name())
                        .i64(version.began().toEpochMilli())
                        .i64(version.took().toMillis())
                        .string(version.by());
        parameters(bytes, version.parameters());
        made(bytes, version.made());
        judged(bytes, version.judged());
        findings(bytes, version.verdict());
        published(bytes, version.published());
        origin(bytes, version.origin());
        return bytes.done();
    }

    /**
     * What {@link #value} wrote, under a number that may be another.
     *
     * @throws IllegalStateException if it was written by a newer engine
     */
    public static ModelVersion version(int number, byte[] value) {
        ByteBuffer from = ByteBuffer.wrap(value);
        if (from.get() != VERSION) {
            throw new IllegalStateException(
                    "a model version has layout %d, not %d".formatted(value[0], VERSION));
        }
        return new ModelVersion(
                number,
                ModelState.valueOf(Bytes.string(from)),
                Instant.ofEpochMilli(from.getLong()),
                Duration.ofMillis(from.getLong()),
                Bytes.string(from),
                parameters(from),
                made(from),
                judged(from),
                findings(from),
                published(from),
                origin(from));
    }

    private static boolean present(Bytes bytes, @Nullable Object part) {
        bytes.u8(part == null ? 0 : 1);
        return part != null;
    }

    private static void parameters(Bytes bytes, @Nullable Parameters parameters) {
        if (present(bytes, parameters) && parameters != null) {
            bytes.f64(parameters.blend().kinshipWeight())
                    .f64(parameters.blend().recencyDays())
                    .f64(parameters.blend().popularityPenalty())
                    .i32(parameters.minBorrowers());
        }
    }

    private static @Nullable Parameters parameters(ByteBuffer from) {
        return from.get() == 0
                ? null
                : new Parameters(
                        new Blend(from.getDouble(), from.getDouble(), from.getDouble()),
                        from.getInt());
    }

    private static void made(Bytes bytes, @Nullable Made made) {
        if (present(bytes, made) && made != null) {
            bytes.i32(made.libraries())
                    .i32(made.titles())
                    .i32(made.patrons())
                    .i64(made.loans())
                    .i32(made.covered())
                    .i64(made.neighbours());
            day(bytes, made.firstDay());
            day(bytes, made.lastDay());
        }
    }

    private static @Nullable Made made(ByteBuffer from) {
        return from.get() == 0
                ? null
                : new Made(
                        from.getInt(),
                        from.getInt(),
                        from.getInt(),
                        from.getLong(),
                        from.getInt(),
                        from.getLong(),
                        day(from),
                        day(from));
    }

    private static void day(Bytes bytes, @Nullable LocalDate day) {
        bytes.i32(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    private static @Nullable LocalDate day(ByteBuffer from) {
        int day = from.getInt();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    private static void judged(Bytes bytes, @Nullable Judged judged) {
        if (present(bytes, judged) && judged != null) {
            bytes.i32(judged.cases()).i32(judged.figures().size());
            for (Map.Entry<String, Measure> figure : judged.figures().entrySet()) {
                measure(bytes.string(figure.getKey()), figure.getValue());
            }
            Measure above = judged.above();
            if (present(bytes, above) && above != null) {
                measure(bytes, above);
            }
        }
    }

    private static @Nullable Judged judged(ByteBuffer from) {
        if (from.get() == 0) {
            return null;
        }
        int cases = from.getInt();
        SortedMap<String, Measure> figures = new TreeMap<>();
        for (int left = from.getInt(); left > 0; left--) {
            figures.put(Bytes.string(from), measure(from));
        }
        return new Judged(cases, figures, from.get() == 0 ? null : measure(from));
    }

    private static void measure(Bytes bytes, Measure measure) {
        bytes.f64(measure.value()).f64(measure.low()).f64(measure.high());
    }

    private static Measure measure(ByteBuffer from) {
        return new Measure(from.getDouble(), from.getDouble(), from.getDouble());
    }

    private static void findings(Bytes bytes, Verdict verdict) {
        bytes.i32(verdict.findings().size());
        for (Finding finding : verdict.findings()) {
            bytes.string(finding.check().name())
                    .u8(finding.passed() ? 1 : 0)
                    .string(finding.text());
        }
    }

    private static Verdict findings(ByteBuffer from) {
        List<Finding> findings = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            findings.add(
                    new Finding(
                            Finding.Check.valueOf(Bytes.string(from)),
                            from.get() == 1,
                            Bytes.string(from)));
        }
        return new Verdict(findings);
    }

    private static void published(Bytes bytes, @Nullable Published published) {
        if (present(bytes, published) && published != null) {
            bytes.string(published.by()).i64(published.at().toEpochMilli());
            String reason = published.reason();
            if (present(bytes, reason) && reason != null) {
                bytes.string(reason);
            }
        }
    }

    private static @Nullable Published published(ByteBuffer from) {
        return from.get() == 0
                ? null
                : new Published(
                        Bytes.string(from),
                        Instant.ofEpochMilli(from.getLong()),
                        from.get() == 0 ? null : Bytes.string(from));
    }

    private static void origin(Bytes bytes, @Nullable Origin origin) {
        if (present(bytes, origin) && origin != null) {
            bytes.i32(origin.number()).string(origin.by()).i64(origin.at().toEpochMilli());
        }
    }

    private static @Nullable Origin origin(ByteBuffer from) {
        return from.get() == 0
                ? null
                : new Origin(
                        from.getInt(), Bytes.string(from), Instant.ofEpochMilli(from.getLong()));
    }
}
