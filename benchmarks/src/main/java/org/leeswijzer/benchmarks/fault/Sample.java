package org.leeswijzer.benchmarks.fault;

import java.util.List;

/**
 * What sources write, whole and well; the patron and the loan in each hold {@link SeededLoans#MARK}.
 *
 * @param topic that it is published to
 * @param key of the record
 * @param value of the record
 */
record Sample(String topic, String key, String value) {
    static final String LIBRARY = "fuzz";

    /** One of every kind of record, {@code n} telling them apart. */
    static List<Sample> records(int n) {
        String patron = "reader-%06d%s".formatted(n % 500, SeededLoans.MARK);
        String loan = "loan-%06d%s".formatted(n, SeededLoans.MARK);
        return List.of(
                new Sample(
                        "leeswijzer.loans",
                        patron,
                        "{\"library\":\"fuzz\",\"loanId\":\"%s\",\"patron\":\"%s\",\"title\":\"t%d\",\"loanedAt\":\"2026-03-01T10:00:00Z\"}"
                                .formatted(loan, patron, n % 300)),
                new Sample(
                        "leeswijzer.titles",
                        "t" + n,
                        "{\"library\":\"fuzz\",\"id\":\"t%d\",\"title\":\"Max Havelaar\",\"authors\":[\"Multatuli\"],\"isbns\":[\"9789028424265\"],\"subjects\":[\"Colonialism\"],\"language\":\"dut\",\"mediaType\":\"book\",\"audience\":\"adult\",\"year\":1860,\"items\":[\"i%d\"]}"
                                .formatted(n % 300, n)),
                new Sample(
                        "folio.fuzz.circulation.loan",
                        loan,
                        "{\"id\":\"e%d\",\"type\":\"CREATED\",\"tenant\":\"fuzz\",\"timestamp\":1700000000000,\"data\":{\"new\":{\"id\":\"%s\",\"userId\":\"%s\",\"itemId\":\"i%d\",\"loanDate\":\"2026-03-01T12:42:21Z\",\"action\":\"checkedout\",\"status\":{\"name\":\"Open\"}}}}"
                                .formatted(n, loan, patron, n)),
                new Sample(
                        "folio.fuzz.inventory.item",
                        "i" + n,
                        "{\"eventId\":\"e%d\",\"type\":\"CREATE\",\"tenant\":\"fuzz\",\"new\":{\"id\":\"i%d\",\"instanceId\":\"t%d\"}}"
                                .formatted(n, n, n % 300)),
                new Sample(
                        "folio.fuzz.inventory.instance",
                        "t" + n,
                        "{\"eventId\":\"e%d\",\"type\":\"CREATE\",\"tenant\":\"fuzz\",\"new\":{\"id\":\"t%d\",\"hrid\":\"in%d\",\"title\":\"Max Havelaar\",\"contributors\":[{\"name\":\"Multatuli\",\"primary\":true}],\"identifiers\":[{\"identifierTypeId\":\"8261054f-be78-422d-bd51-4ed9f33c3422\",\"value\":\"9789028424265\"}],\"subjects\":[{\"value\":\"Colonialism\"}],\"languages\":[\"dut\"],\"dates\":{\"date1\":\"1860\"}}}"
                                .formatted(n, n % 300, n)),
                new Sample(
                        "folio.fuzz.users.users",
                        patron,
                        "{\"id\":\"e%d\",\"type\":\"DELETED\",\"tenant\":\"fuzz\",\"data\":{\"old\":{\"id\":\"%s\"}}}"
                                .formatted(n, patron)));
    }

    /**
     * A format of files.
     *
     * @param kind loans or titles
     * @param format as {@code --format} has it
     * @param head what stands before all rows
     * @param row of a number, a patron and a loan
     * @param tail what stands behind all rows
     */
    record OfFile(String kind, String format, String head, String row, String tail) {
        String row(int n) {
            return row.formatted(
                    n,
                    "reader-%06d%s".formatted(n % 500, SeededLoans.MARK),
                    "loan-%06d%s".formatted(n, SeededLoans.MARK));
        }
    }

    /** Every format of files. */
    static List<OfFile> files() {
        return List.of(
                new OfFile(
                        "loans",
                        "jsonl",
                        "",
                        "{\"loanId\":\"%3$s\",\"patron\":\"%2$s\",\"title\":\"t%1$d\",\"loanedAt\":\"2026-03-01\"}\n",
                        ""),
                new OfFile(
                        "loans",
                        "csv",
                        "loanId,patron,title,loanedAt\n",
                        "%3$s,%2$s,t%1$d,2026-03-01T12:42:21Z\n",
                        ""),
                new OfFile(
                        "loans",
                        "koha",
                        "issue_id,borrowernumber,itemnumber,issuedate,returndate,branchcode,biblionumber\n",
                        "%3$s,%2$s,i%1$d,2026-03-01 12:42:21,NULL,CPL,t%1$d\n",
                        ""),
                new OfFile("loans", "mosaic", "", "1772368941\tt%1$d\t%2$s\n", ""),
                new OfFile(
                        "titles",
                        "jsonl",
                        "",
                        "{\"id\":\"t%1$d\",\"title\":\"Max Havelaar\",\"authors\":[\"Multatuli\"]}\n",
                        ""),
                new OfFile(
                        "titles",
                        "csv",
                        "id,title,authors,isbns\n",
                        "t%1$d,Max Havelaar,Multatuli,9789028424265\n",
                        ""),
                new OfFile(
                        "titles",
                        "mosaic",
                        "",
                        "t%1$d\t9789028424265\tMax Havelaar\tMultatuli\tVan Oorschot\t1860\t\n",
                        ""),
                new OfFile(
                        "titles",
                        "marcxml",
                        "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n",
                        "<record><leader>00000nam a2200000 i 4500</leader><controlfield tag=\"001\">t%1$d</controlfield><datafield tag=\"245\" ind1=\"1\" ind2=\" \"><subfield code=\"a\">Max Havelaar</subfield></datafield></record>\n",
                        "</collection>\n"),
                new OfFile("titles", "marc21", "", marc21(), ""));
    }

    /** In ISO 2709: the leader with the length, a directory of two fields, and these. */
    private static String marc21() {
        String fields = "t%1$07d\u001e1 \u001faMax Havelaar\u001e\u001d";
        int base = 24 + 2 * 12 + 1;
        int first = 9;
        int second = 17;
        return "%05dnam a22%05d i 4500".formatted(base + first + second + 1, base)
                + "001%04d00000".formatted(first)
                + "245%04d%05d\u001e".formatted(second, first)
                + fields;
    }
}
