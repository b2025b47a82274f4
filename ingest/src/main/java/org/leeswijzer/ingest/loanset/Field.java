package org.leeswijzer.ingest.loanset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A field of a loan or of a title, and what the column that holds it is usually called, the likeliest first. */
enum Field {
    PATRON(
            FileKind.LOANS,
            "patron",
            "patronid patronkey user userid iduser borrower borrowerid borrowernumber hashedborrowernumber reader"
                    + " readerid idreader member memberid card cardnumber customer customerid student studentid person"
                    + " personid lener lenernummer pasnummer klant u"),
    TITLE(
            FileKind.LOANS,
            "title",
            "biblionumber bibnumber bibid bibnum instanceid titleid idtitle work workid book bookid idbook record"
                    + " recordid ppn item itemid iditem itemnumber isbn titel titelid boek i"),
    TIME(
            FileKind.LOANS,
            "time",
            "loanedat timestamp datetime loaned loandate loantime issued issuedate issuedat checkedout checkout"
                    + " checkoutdate checkouttime checkoutdatetime borrowed borrowedat borrowdate transactiondate date day"
                    + " datum uitleendatum uitgeleend t"),
    ID(
            FileKind.TITLES,
            "id",
            "titleid idtitle biblionumber bibnumber bibid bibnum instanceid workid bookid idbook recordid ppn itemid"
                    + " iditem itemnumber work book record item titelid title isbn i"),
    NAME(
            FileKind.TITLES,
            "name",
            "title maintitle titlename booktitle itemtitle namebook bookname titel hoofdtitel naam"),
    AUTHOR(
            FileKind.TITLES,
            "author",
            "authors creator creators contributor contributors writer auteur auteurs schrijver schrijvers"),
    SUBJECTS(
            FileKind.TITLES,
            "subjects",
            "subject topic topics genre genres keyword keywords tag tags category categories heading headings"
                    + " onderwerp onderwerpen trefwoord trefwoorden rubriek"),
    ISBN(FileKind.TITLES, "isbn", "isbns ean"),
    SERIES(FileKind.TITLES, "series", "seriestitle seriesname reeks reekstitel"),
    LANGUAGE(FileKind.TITLES, "language", "languages lang languagecode taal"),
    YEAR(
            FileKind.TITLES,
            "year",
            "publicationyear pubyear yearofpublication publishyear published publicationdate pubdate copyrightdate"
                    + " date jaar");

    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");

    private static final Pattern SPACE = Pattern.compile(" ");

    private final FileKind kind;
    private final String text;
    private final String usual;

    Field(FileKind kind, String text, String usual) {
        this.kind = kind;
        this.text = text;
        this.usual = text + " " + usual;
    }

    FileKind kind() {
        return kind;
    }

    /** As a mapping writes it. */
    String text() {
        return text;
    }

    /** What its column is usually called, plain. */
    List<String> usual() {
        return List.of(SPACE.split(usual));
    }

    /** Whether a title can have several of it, also in several columns. */
    boolean isList() {
        return this == AUTHOR || this == SUBJECTS || this == ISBN || this == SERIES;
    }

    boolean isRequired() {
        return kind == FileKind.LOANS || this == ID;
    }

    /** Whether a column of that name usually holds it. */
    boolean fits(String column) {
        String plain = plain(column);
        return usual().contains(plain)
                || (isList() && usual().contains(LAST_DIGITS.matcher(plain).replaceFirst("")));
    }

    /** A column's name without what people write differently. */
    static String plain(String column) {
        return NEITHER.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    static List<Field> of(FileKind kind) {
        return Arrays.stream(values()).filter(field -> field.kind == kind).toList();
    }

    /** The field that a mapping of such a file calls so. */
    static Optional<Field> called(FileKind kind, String name) {
        return of(kind).stream()
                .filter(field -> field.text.equals(name) || field.otherWords().contains(name))
                .findFirst();
    }

    /* Words of the neutral format, and of the other file. */
    private List<String> otherWords() {
        return switch (this) {
            case TITLE -> List.of("item");
            case TIME -> List.of("loanedAt");
            case ID -> List.of("item");
            case NAME -> List.of("title");
            case AUTHOR -> List.of("authors");
            case SUBJECTS -> List.of("subject");
            case ISBN -> List.of("isbns");
            default -> List.of();
        };
    }

    static String names(FileKind kind) {
        return of(kind).stream().map(Field::text).collect(Collectors.joining(", "));
    }
}
