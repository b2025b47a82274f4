package org.leeswijzer.ingest.loanset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.engine.suggest.Seed;

class LoanSetReaderTest {
    private static final String LOANS =
            """
            u,i,t
            ann,b1,2016-02-05
            bob,b2,2016-02-06
            ann,b3,2016-02-04
            ann,b1,2016-02-09
            """;
    private static final String TITLES =
            """
            i;what;who;about;x
            b1;Max Havelaar;Multatuli;Colonialism|Java;9789028424265
            b2;Eline Vere;Couperus, Louis;The Hague;12
            """;

    @TempDir private Path folder;

    @Test
    void readsLoansAndTitlesByTheirMappings() throws IOException {
        ReadLoanSet set =
                read(
                        write("loans.csv", LOANS),
                        Mapping.ofLoans("patron=u,title=i,time=t"),
                        write("titles.csv", TITLES),
                        Mapping.ofTitles("id=i,name=what,author=who,subjects=about,isbn=x"));
        assertThat(set.catalogue().size()).isEqualTo(3);
        assertThat(set.loans().patrons())
                .containsExactly(
                        List.of(seed(set, "b3", "2016-02-04"), seed(set, "b1", "2016-02-05")),
                        List.of(seed(set, "b2", "2016-02-06")));
        Description title = description(set, "b1");
        assertThat(title.title()).isEqualTo("Max Havelaar");
        assertThat(title.authors()).containsExactly("Multatuli");
        assertThat(title.subjects()).containsExactly("Colonialism", "Java");
        assertThat(title.isbns()).containsExactly(new Isbn("9789028424265"));
        assertThat(description(set, "b2").authors()).containsExactly("Couperus, Louis");
        assertThat(set.files().get(0).counts())
                .containsEntry("titles", 2L)
                .containsEntry("ISBNs left out that are none", 1L);
        assertThat(set.files().get(1).counts())
                .containsEntry("loans", 4L)
                .containsEntry("loans of a title that the patron had borrowed before", 1L)
                .containsEntry("titles that only the loans name", 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "borrowernumber,biblionumber,issuedate",
                "user_id;item_id;timestamp",
                "Patron\tTitle\tLoaned At",
                "\"patron\",\"book\",\"date\"",
            })
    void guessesUsualNamesAndSaysSo(String header) throws IOException {
        char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        String rows = LOANS.substring(LOANS.indexOf('\n')).replace(',', separator);
        ReadLoanSet set = read(write("loans.csv", "\ufeff" + header + rows), Mapping.NONE);
        assertThat(set.loans().loans()).isEqualTo(3);
        assertThat(set.files().get(0).form())
                .contains("a header", "patron=")
                .containsPattern("time=[^,]+ \\(guessed\\)");
    }

    @Test
    void guessesThatTitlesAreCalledAsTheLoansCallThem() throws IOException {
        Path loans = write("loans.csv", LOANS.replace("u,i,t", "patron,title,loaned"));
        Path titles =
                write("titles.csv", "title,name,author,genre\nb1,Max Havelaar,Multatuli,Novel\n");
        ReadLoanSet set = read(loans, Mapping.NONE, titles, Mapping.NONE);
        assertThat(description(set, "b1").title()).isEqualTo("Max Havelaar");
        assertThat(description(set, "b1").subjects()).containsExactly("Novel");
        titles = write("others.csv", "id,title,creator,subject1,subject2\nb1,Max,Multatuli,A,B\n");
        set = read(loans, Mapping.NONE, titles, Mapping.NONE);
        assertThat(description(set, "b1").title()).isEqualTo("Max");
        assertThat(description(set, "b1").subjects()).containsExactly("A", "B");
    }

    @Test
    void takesColumnNumbersForAFileWithoutAHeaderAndForOneWith() throws IOException {
        String rows = LOANS.substring(LOANS.indexOf('\n') + 1);
        Mapping byNumber = Mapping.ofLoans("patron=1,title=2,time=3");
        assertThat(read(write("bare.csv", rows), byNumber).loans())
                .isEqualTo(read(write("loans.csv", LOANS), byNumber).loans());
        Mapping titles = Mapping.ofTitles("id=1,name=2");
        ReadLoanSet set =
                read(
                        write("bare.csv", rows),
                        byNumber,
                        write("titles.csv", "b1,Max Havelaar\nb2,Eline Vere\n"),
                        titles);
        assertThat(set.files().get(0).counts()).containsEntry("titles", 2L);
        set =
                read(
                        write("bare.csv", rows),
                        byNumber,
                        write("titles.csv", "id,name\nb1,Max Havelaar\n"),
                        titles);
        assertThat(set.files().get(0).counts()).containsEntry("titles", 1L);
    }

    @Test
    void putsColumnsTogetherAndLeavesOutThoseOfNone() throws IOException {
        ReadLoanSet set =
                read(
                        write(
                                "loans.csv",
                                "branch,u,i,day,clock\nA,1,x,2016-02-05,10:00\nB,1,x,2016-02-05,09:00\nA,1,y,2016-02-05,08:00\n"),
                        Mapping.ofLoans("patron=branch+u,title=i,time=day+clock"),
                        write(
                                "titles.csv",
                                "id,name,sub,genre,topic\nx,Max,or the coffee auctions,Novel,Java\n"),
                        Mapping.ofTitles("id=id,name=name+sub,subjects=genre+topic,year=-"));
        assertThat(set.loans().patrons()).hasSize(2);
        // Of one day, the earlier comes first.
        assertThat(set.loans().patrons().get(0))
                .extracting(Seed::title)
                .containsExactly(set.catalogue().find(null, "y").orElseThrow(), 0);
        assertThat(description(set, "x").title()).isEqualTo("Max or the coffee auctions");
        assertThat(description(set, "x").subjects()).containsExactly("Novel", "Java");
    }

    @Test
    void leavesOutLoansOfNobodyAndOfNoTitle() throws IOException {
        ReadLoanSet set =
                read(
                        write(
                                "loans.csv",
                                LOANS
                                        + ",b1,2016-01-01\nNULL,b1,2016-01-01\n \\N,b1,2016-01-01\ncas,,2016-01-01\n"),
                        Mapping.ofLoans("patron=u,title=i,time=t"));
        assertThat(set.loans().patrons()).hasSize(2);
        assertThat(set.files().get(0).bad()).isZero();
        assertThat(set.files().get(0).counts())
                .containsEntry("loans of unknown patrons left out", 3L)
                .containsEntry("loans of no title left out", 1L);
    }

    @Test
    void saysWhatIsWrongWithARowAndGoesOn() throws IOException {
        ReadLoanSet set =
                read(
                        write(
                                "loans.csv",
                                LOANS
                                        + "secret,b1,yesterday\nsecret,b1,\nsecret,b1,2016-01-01,more\n"),
                        Mapping.ofLoans("patron=u,title=i,time=t"));
        FileReport report = set.files().get(0);
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.bad()).isEqualTo(3);
        assertThat(report.firstProblems())
                .map(Object::toString)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith(
                                                "line 6: time is 'yesterday', which is no time: write 2016-02-05,"),
                        second -> assertThat(second).startsWith("line 7: time is empty: write"),
                        third ->
                                assertThat(third)
                                        .startsWith(
                                                "line 8: row has 4 cells where the first has 3"))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("secret"));
    }

    @Test
    void givesUpWhereMostRowsAreBad() throws IOException {
        Path loans = write("loans.csv", LOANS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(loans, Mapping.ofLoans("patron=u,title=t,time=i")))
                .withMessageContaining("4 of 4 rows are bad")
                .withMessageContaining("line 2: time is 'b1', which is no time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(loans, Mapping.ofLoans("patron=u,title=i,time=u")))
                .withMessageContaining("time is the patron: give another column")
                .withMessageNotContaining("ann");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path loans = write("loans.csv", "secret,b1,2016-02-05\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(loans, Mapping.ofLoans("patron=u")))
                .withMessageContaining(
                        "has no column 'u' for patron: give the name of one of its 3")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(loans, Mapping.NONE))
                .withMessageContaining("none is known to be patron: give --map patron=COLUMN")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(loans, Mapping.ofLoans("patron=4,title=1,time=3")))
                .withMessageContaining("has no column '4' for patron");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mapping.ofLoans("reader=u"))
                .withMessage(
                        "map of loans has the field 'reader': give one of patron, title, time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(write("empty.csv", ""), Mapping.NONE))
                .withMessageEndingWith("is empty: give a file of loans");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                read(
                                        write("none.csv", "u,i,t\n,b1,2016-02-05\n"),
                                        Mapping.ofLoans("patron=u,title=i,time=t")))
                .withMessageContaining("no loan of a known patron");
    }

    @Test
    void readsDatesTheWayRoundThatTheFileShows() throws IOException {
        String american = "patron,title,date\na,x,03/04/2016\na,y,03/31/2016\nb,x,04/04/2016\n";
        Path loans = write("loans.csv", american);
        ReadLoanSet set = read(loans, Mapping.NONE);
        assertThat(set.loans().patrons().get(0).get(0).day()).isEqualTo(day("2016-03-04"));
        assertThat(set.files().get(0).remarks())
                .singleElement()
                .asString()
                .contains("month/day/year: 1 rows can be read in no other way");
        set = read(write("unclear.csv", "patron,title,date\na,x,03/04/2016\n"), Mapping.NONE);
        assertThat(set.loans().patrons().get(0).get(0).day()).isEqualTo(day("2016-04-03"));
        assertThat(set.files().get(0).remarks())
                .singleElement()
                .asString()
                .contains("day/month/year: 0 rows");
        LoanSetFiles said =
                new LoanSetFiles(
                        "set",
                        folder.resolve("unclear.csv"),
                        Mapping.NONE,
                        Optional.empty(),
                        Mapping.NONE,
                        Optional.empty(),
                        Optional.of(DateOrder.MONTH_FIRST),
                        false);
        set = new LoanSetReader(said, Progress.SILENT).read();
        assertThat(set.loans().patrons().get(0).get(0).day()).isEqualTo(day("2016-03-04"));
    }

    @Test
    void putsTheRowsOfATitleTogether() throws IOException {
        ReadLoanSet set =
                read(
                        write("loans.csv", LOANS),
                        Mapping.ofLoans("patron=u,title=i,time=t"),
                        write(
                                "titles.csv",
                                "id,name,author,year,language\nb1,Max,A,,\nb1,Max Havelaar,B;A,c1860.,dut\nb1,Short,C,1999,eng\n,x,y,,\nb1,Max,A,,\n"),
                        Mapping.NONE);
        Description title = description(set, "b1");
        assertThat(title.title()).isEqualTo("Max Havelaar");
        assertThat(title.authors()).containsExactly("A", "B", "C");
        assertThat(title.year()).isEqualTo(1860);
        assertThat(title.language()).isEqualTo("dut");
        assertThat(set.files().get(0).counts()).containsEntry("rows of a title that had one", 3L);
        assertThat(set.files().get(0).firstProblems())
                .singleElement()
                .asString()
                .startsWith("line 5: id is empty");
        assertThat(set.files().get(1).remarks())
                .singleElement()
                .asString()
                .startsWith("most titles of the loans");
    }

    @Test
    void leavesOutTitlesThatNobodyBorrowedIfAskedTo() throws IOException {
        Path titles = write("titles.csv", "i,name\nunread,Nothing\nb2,Eline Vere\n");
        LoanSetFiles files =
                LoanSetFiles.of(
                        "set",
                        write("loans.csv", LOANS),
                        Mapping.ofLoans("patron=u,title=i,time=t"),
                        titles,
                        Mapping.NONE);
        ReadLoanSet all = new LoanSetReader(files, Progress.SILENT).read();
        assertThat(all.catalogue().size()).isEqualTo(4);
        ReadLoanSet borrowed = new LoanSetReader(files.withBorrowedOnly(), Progress.SILENT).read();
        assertThat(borrowed.catalogue().size()).isEqualTo(3);
        assertThat(description(borrowed, "b2").title()).isEqualTo("Eline Vere");
        assertThat(borrowed.files().get(1).counts())
                .containsEntry("titles that only the loans name", 2L);
    }

    @Test
    void readsGzipAndOldEncodings() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(LOANS.getBytes(StandardCharsets.UTF_8));
        }
        Path loans = Files.write(folder.resolve("loans.csv.gz"), packed.toByteArray());
        Path titles =
                Files.write(
                        folder.resolve("titles.csv"),
                        "id,name\nb1,Café\n".getBytes(Charset.forName("windows-1252")));
        ReadLoanSet set =
                read(loans, Mapping.ofLoans("patron=u,title=i,time=t"), titles, Mapping.NONE);
        assertThat(set.loans().loans()).isEqualTo(3);
        assertThat(description(set, "b1").title()).isEqualTo("Café");
        assertThat(set.files().get(0).remarks())
                .containsExactly("1 lines are not UTF-8 and were read as Windows-1252");
        Path wide =
                Files.write(folder.resolve("wide.csv"), LOANS.getBytes(StandardCharsets.UTF_16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(wide, Mapping.NONE))
                .withMessageEndingWith("is UTF-16: save it as UTF-8");
    }

    @Test
    void readsBothSetsOfRealLoansWithoutBeingTold() throws IOException {
        String data = System.getenv("LEESWIJZER_DATA");
        assumeThat(data).as("LEESWIJZER_DATA names the folder of real loans").isNotNull();
        Path home = Path.of(data, "shakespeare-and-co");
        ReadLoanSet set =
                read(
                        home.resolve("demo-loans.csv"),
                        Mapping.NONE,
                        home.resolve("demo-titles.csv"),
                        Mapping.NONE);
        assertThat(set.catalogue().size()).isEqualTo(5_613);
        assertThat(set.files().get(1).counts())
                .containsEntry("loans", 20_963L)
                .containsEntry("titles that only the loans name", 0L);
        assertThat(set.files()).allSatisfy(file -> assertThat(file.bad()).isZero());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ReadLoanSet read(Path loans, Mapping map) throws IOException {
        return new LoanSetReader(
                        new LoanSetFiles(
                                "set",
                                loans,
                                map,
                                Optional.empty(),
                                Mapping.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        Progress.SILENT)
                .read();
    }

    private ReadLoanSet read(Path loans, Mapping map, Path titles, Mapping titlesMap)
            throws IOException {
        return new LoanSetReader(
                        LoanSetFiles.of("set", loans, map, titles, titlesMap), Progress.SILENT)
                .read();
    }

    private static Seed seed(ReadLoanSet set, String title, String day) {
        return new Seed(set.catalogue().find(null, title).orElseThrow(), day(day));
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    private static Description description(ReadLoanSet set, String id) {
        int number = set.catalogue().find(null, id).orElseThrow();
        return set.catalogue().title(number).description().orElseThrow();
    }
}
