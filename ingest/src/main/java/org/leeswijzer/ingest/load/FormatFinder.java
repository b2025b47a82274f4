package org.leeswijzer.ingest.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.file.CsvReader;
import org.leeswijzer.ingest.file.CsvRow;
import org.leeswijzer.ingest.file.SourceFile;
import org.leeswijzer.ingest.file.TabReader;
import org.leeswijzer.ingest.koha.KohaLoans;
import org.leeswijzer.ingest.mosaic.MosaicLoans;
import org.leeswijzer.ingest.mosaic.MosaicTitles;

/** Tells the format of a file by how it begins. */
final class FormatFinder {
    /** Room for a first line, and for blank ones before it. */
    private static final int LOOK_AHEAD = 1 << 14;

    /** Length, status, type, two more, coding scheme, and {@code 22}: how many indicators and how long a code. */
    private static final Pattern LEADER = Pattern.compile("\\d{5}[a-z ][a-z]..[ a]22\\d{5}.*");

    private FormatFinder() {}

    static Format find(SourceFile file, ImportPlan plan) throws IOException {
        if (plan.format() != Format.AUTO) {
            return plan.format();
        }
        byte[] beginning = file.beginning(LOOK_AHEAD);
        String text = new String(beginning, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("{")) {
            return Format.JSONL;
        }
        if (text.startsWith("<")) {
            return Format.MARCXML;
        }
        if (text.length() > 24 && LEADER.matcher(text.substring(0, 24)).matches()) {
            return Format.MARC21;
        }
        // Who says which column is which has a CSV of their own.
        return plan.columns().byField().isEmpty() ? table(text, plan.kind()) : Format.CSV;
    }

    private static Format table(String text, Kind kind) throws IOException {
        CsvRow tabs = firstRow(text, true);
        boolean isMosaic =
                tabs != null
                        && (kind == Kind.LOANS
                                ? MosaicLoans.isFirstRow(tabs.cells())
                                : MosaicTitles.isFirstRow(tabs.cells()));
        if (isMosaic) {
            return Format.MOSAIC;
        }
        CsvRow first = firstRow(text, false);
        return kind == Kind.LOANS && first != null && KohaLoans.isHeader(first.cells())
                ? Format.KOHA
                : Format.CSV;
    }

    private static @Nullable CsvRow firstRow(String text, boolean byTabs) throws IOException {
        try (SourceFile file =
                SourceFile.open(
                        SourceFile.STDIN,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
            return byTabs
                    ? new TabReader(file, FormatFinder::latin).next()
                    : new CsvReader(file, FormatFinder::latin).next();
        } catch (BadRecord e) {
            return null;
        }
    }

    private static String latin(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1);
    }
}
