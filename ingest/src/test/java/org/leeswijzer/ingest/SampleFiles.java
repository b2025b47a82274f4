package org.leeswijzer.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leeswijzer.ingest.koha.KohaOptions;
import org.leeswijzer.ingest.load.Format;
import org.leeswijzer.ingest.load.ImportPlan;
import org.leeswijzer.ingest.load.Kind;
import org.marc4j.MarcStreamWriter;
import org.marc4j.MarcXmlWriter;
import org.marc4j.converter.CharConverter;
import org.marc4j.converter.impl.UnicodeToAnsel;
import org.marc4j.marc.DataField;
import org.marc4j.marc.MarcFactory;
import org.marc4j.marc.Record;

/** A file of each format that can be imported, as their sources write them. */
public final class SampleFiles {
    /** Loans of three patrons, one renewal's due date in the past, one anonymous, one anonymised, one of a lost item. */
    public static final String KOHA_ISSUES =
            """
            issue_id,borrowernumber,issuer_id,itemnumber,date_due,branchcode,returndate,renewals_count,issuedate,onsite_checkout,biblionumber
            1001,%1$s,7,501,"2026-01-26 23:59:00",CPL,"2026-01-20 10:01:02",0,"2026-01-05 12:42:21",0,21
            1002,%1$s,7,502,"2026-01-26 23:59:00",CPL,NULL,1,"2026-01-05 12:42:30",0,22
            1003,4712,7,501,"2026-02-26 23:59:00",MPL,\\N,0,"2026-02-05 09:00:00",0,21
            1004,NULL,7,502,"2026-02-26 23:59:00",MPL,,0,"2026-02-05 09:00:10",0,22
            1005,99,7,503,"2026-02-26 23:59:00",MPL,,0,"2026-02-05 09:00:20",0,23
            1006,4713,7,,"2026-02-26 23:59:00",MPL,,0,"2026-02-05 09:00:30",0,
            """
                    .formatted(TestRecords.PATRON);

    /** An issue, its renewal and return, and two more issues, of which one has no item. */
    public static final String KOHA_TRANSACTIONS =
            """
            id;hashed_borrowernumber;has_cardnumber;branchcode;categorycode;datetime;transaction_branchcode;transaction_type;itemnumber;itemtype
            1;$2a$08$aaaaaaaaaaaaaaaaaaaaaO;1;CPL;PT;2026-01-05 12:42:21;CPL;issue;501;BK
            2;$2a$08$aaaaaaaaaaaaaaaaaaaaaO;1;CPL;PT;2026-01-15 12:42:21;CPL;renew;501;BK
            3;$2a$08$aaaaaaaaaaaaaaaaaaaaaO;1;CPL;PT;2026-01-25 12:42:21;CPL;return;501;BK
            4;$2a$08$bbbbbbbbbbbbbbbbbbbbbO;1;CPL;PT;2026-01-06 09:00:00;CPL;issue;502;BK
            5;$2a$08$bbbbbbbbbbbbbbbbbbbbbO;1;CPL;PT;2026-01-06 09:00:00;CPL;issue;;BK
            """;

    /** Koha's items. */
    public static final String KOHA_ITEMS =
            "itemnumber,biblionumber,barcode\n501,21,3001\n502,22,3002\n";

    /** Loans of two users on 5 January 2026. */
    public static final String MOSAIC_LOANS =
            "1767616941\t21\t%s\n1767616942\t22\t%1$s\n1767616943\t21\t4712\n"
                    .formatted(TestRecords.PATRON);

    /** Titles with two ISBNs, of which one is none, and without. */
    public static final String MOSAIC_TITLES =
            """
            21\t9789028424265|902842426X\tMax Havelaar\tMultatuli|Stuiveling, Garmt\tVan Oorschot\t1860\thttp://example.org/21
            22\t\tThe "quiet" force\tCouperus, Louis\t\t1900\t
            """;

    /** Loans in the neutral format. */
    public static final String JSONL_LOANS =
            "{\"loanId\":\"1\",\"patron\":\"%s\",\"title\":\"21\",\"loanedAt\":\"2026-01-05T12:42:21Z\"}\n{\"loanId\":2,\"patron\":4712,\"item\":501,\"loanedAt\":\"2026-01-06\",\"note\":true}\n"
                    .formatted(TestRecords.PATRON);

    /** The same as CSV. */
    public static final String CSV_LOANS =
            "loanId,patron,title,loanedAt\n1,%s,21,2026-01-05T12:42:21Z\n2,4712,21,2026-01-06\n"
                    .formatted(TestRecords.PATRON);

    /** A title in the neutral format. */
    public static final String JSONL_TITLES =
            "{\"id\":\"21\",\"title\":\"Max Havelaar\",\"authors\":[\"Multatuli\"],\"items\":[\"501\"]}\n";

    private SampleFiles() {}

    /** A file, and how to read it. */
    public static final class Sample {
        private final String name;
        private final ImportPlan plan;
        private final byte[] bytes;

        /** @param name for the test's report */
        public Sample(String name, ImportPlan plan, byte[] bytes) {
            this.name = name;
            this.plan = plan;
            this.bytes = bytes;
        }

        /** How to read it. */
        public ImportPlan plan() {
            return plan;
        }

        /** What is in it. */
        public byte[] bytes() {
            return bytes;
        }

        /** The same with something else in it. */
        public Sample with(byte[] other) {
            return new Sample(name, plan, other);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them. */
    public static List<Sample> all() {
        return List.of(
                sample(Kind.LOANS, Format.JSONL, JSONL_LOANS),
                sample(Kind.TITLES, Format.JSONL, JSONL_TITLES),
                sample(Kind.LOANS, Format.CSV, CSV_LOANS),
                sample(Kind.LOANS, Format.KOHA, KOHA_ISSUES),
                sample(Kind.LOANS, Format.KOHA, KOHA_TRANSACTIONS),
                sample(Kind.LOANS, Format.MOSAIC, MOSAIC_LOANS),
                sample(Kind.TITLES, Format.MOSAIC, MOSAIC_TITLES),
                new Sample("marc21, UTF-8", plan(Kind.TITLES, Format.MARC21), marc21(true)),
                new Sample("marc21, MARC-8", plan(Kind.TITLES, Format.MARC21), marc21(false)),
                new Sample("marcxml", plan(Kind.TITLES, Format.MARCXML), marcXml()));
    }

    private static Sample sample(Kind kind, Format format, String text) {
        return new Sample(
                format.text() + " " + kind,
                plan(kind, format),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportPlan plan(Kind kind, Format format) {
        ImportPlan plan = ImportPlan.of(kind, Optional.of(TestRecords.ZWOLLE)).in(format);
        return format == Format.KOHA
                ? plan.with(new KohaOptions(Optional.empty(), Set.of("99")))
                : plan;
    }

    /** Two records in ISO 2709. */
    public static byte[] marc21(boolean utf8) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarcStreamWriter writer = new MarcStreamWriter(bytes, utf8 ? "UTF8" : "ISO-8859-1");
        if (!utf8) {
            CharConverter ansel = new UnicodeToAnsel();
            writer.setConverter(ansel);
        }
        for (Record record : records(utf8)) {
            writer.write(record);
        }
        writer.close();
        return bytes.toByteArray();
    }

    /** The same two in XML, with a prefix. */
    public static byte[] marcXml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarcXmlWriter writer = new MarcXmlWriter(bytes, true);
        records(true).forEach(writer::write);
        writer.close();
        return bytes.toByteArray();
    }

    /** A book with all there is to be read, and a deleted one. */
    public static List<Record> records(boolean utf8) {
        MarcFactory marc = MarcFactory.newInstance();
        Record book = marc.newRecord("00000nam " + (utf8 ? 'a' : ' ') + "2200000 i 4500");
        book.addVariableField(marc.newControlField("001", "ocm21"));
        book.addVariableField(
                marc.newControlField("008", "850101r18601985ne ||||j||||||||||||dut||"));
        add(marc, book, "020", ' ', "a", "90-284-2426-1 (geb.) :", "c", "fl. 20");
        add(marc, book, "020", ' ', "a", "geen");
        add(marc, book, "100", '1', "a", "Douwes Dekker, Édouard,", "d", "1820-1887.");
        add(
                marc,
                book,
                "245",
                '1',
                "a",
                "Max Havelaar :",
                "b",
                "of de koffiveilingen der Nederlandsche Handelmaatschappij /",
                "c",
                "Multatuli");
        add(marc, book, "490", '1', "a", "Salamander ;", "v", "12");
        add(marc, book, "650", ' ', "a", "Kolonialisme.", "x", "geschiedenis");
        add(marc, book, "651", ' ', "a", "Nederlands-Indië");
        add(marc, book, "700", '1', "a", "Stuiveling, G.");
        add(marc, book, "700", '1', "a", "Stowe, Harriet.", "t", "Uncle Tom's cabin.");
        add(marc, book, "830", ' ', "a", "SALAMANDER");
        add(marc, book, "952", ' ', "a", "CPL", "9", "501");
        add(marc, book, "952", ' ', "a", "MPL", "9", "502");
        add(marc, book, "999", ' ', "c", "21", "d", "21");
        Record gone = marc.newRecord("00000dam " + (utf8 ? 'a' : ' ') + "2200000 i 4500");
        gone.addVariableField(marc.newControlField("001", "ocm22"));
        add(marc, gone, "245", '1', "a", "Vergeten");
        add(marc, gone, "999", ' ', "c", "22");
        return List.of(book, gone);
    }

    private static void add(
            MarcFactory marc, Record record, String tag, char ind1, String... parts) {
        DataField field = marc.newDataField(tag, ind1, ' ');
        for (int i = 0; i < parts.length; i += 2) {
            field.addSubfield(marc.newSubfield(parts[i].charAt(0), parts[i + 1]));
        }
        record.addVariableField(field);
    }
}
