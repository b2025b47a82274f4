package org.leeswijzer.ingest.marc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Isbns;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;

/** Reads a bibliographic record as a title and its items. */
final class MarcTitle {
    private static final List<String> MAIN_AUTHOR = List.of("100", "110", "111");
    private static final List<String> OTHER_AUTHORS = List.of("700", "710", "711");
    private static final List<String> SERIES = List.of("490", "830");
    private static final int FIRST_SUBJECT = 600;
    private static final int LAST_SUBJECT = 655;
    private static final MarcField ISBN = new MarcField("020", "a");

    /** Koha's sign that readers do not see the record. */
    private static final MarcField KOHA_SUPPRESSED = new MarcField("942", "n");

    /** Parts of 245 that name the title: itself, what is behind a colon, number and name of a part. */
    private static final String TITLE_PARTS = "abnp";

    private final Library library;
    private final MarcOptions options;

    MarcTitle(Library library, MarcOptions options) {
        this.library = library;
        this.options = options;
    }

    Decoded.Events decode(Record record) {
        String id =
                options.id()
                        .first(record)
                        .orElseThrow(
                                () ->
                                        new BadRecord(
                                                options.id().toString(),
                                                "is missing: name the field that has the title's id"));
        Fields.checkedId(options.id().toString(), id);
        Fixed fixed = new Fixed(record);
        if (fixed.isDeleted()) {
            return Decoded.Events.of(new TitleGone(library, id));
        }
        Isbns isbns = Isbns.in(ISBN.values(record));
        boolean isSuppressed = KOHA_SUPPRESSED.values(record).contains("1");
        Description description = description(record, fixed, isbns);
        List<LibraryEvent> events = new ArrayList<>();
        events.add(
                new TitleSeen(new TitleRecord(library, id, null, null, description, isSuppressed)));
        for (String item : options.items().values(record)) {
            Fields.checkedId(options.items().toString(), item);
            events.add(new ItemSeen(library, item, id));
        }
        return new Decoded.Events(events, isbns.leftOut());
    }

    private static Description description(Record record, Fixed fixed, Isbns isbns) {
        return new Description(
                title(record),
                authors(record),
                isbns.found(),
                headings(
                        record.getDataFields().stream().filter(field -> isSubject(field.getTag())),
                        Punctuation::stripHeading),
                headings(fields(record, SERIES), Punctuation::strip),
                fixed.language(),
                fixed.mediaType(),
                fixed.audience(),
                fixed.year());
    }

    private static String title(Record record) {
        String title =
                fields(record, List.of("245"))
                        .limit(1)
                        .flatMap(field -> field.getSubfields().stream())
                        .filter(part -> TITLE_PARTS.indexOf(part.getCode()) >= 0)
                        .map(Subfield::getData)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
        String stripped = Punctuation.strip(title);
        if (stripped.isBlank()) {
            throw new BadRecord("245$a", "is missing: give the title's name");
        }
        return stripped;
    }

    private static List<String> authors(Record record) {
        // A name with a title behind it is of whoever wrote a work that this one contains or is
        // about.
        return headings(
                Stream.concat(
                        fields(record, MAIN_AUTHOR),
                        fields(record, OTHER_AUTHORS)
                                .filter(field -> field.getSubfield('t') == null)),
                Punctuation::stripHeading);
    }

    /* Subfield a of each field, once; of those that differ in capitals only the first. */
    private static List<String> headings(Stream<DataField> fields, UnaryOperator<String> strip) {
        Map<String, String> once = new LinkedHashMap<>();
        fields.flatMap(field -> field.getSubfields('a').stream())
                .map(Subfield::getData)
                .filter(Objects::nonNull)
                .map(strip)
                .filter(text -> !text.isBlank())
                .forEach(text -> once.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
        return List.copyOf(once.values());
    }

    private static Stream<DataField> fields(Record record, List<String> tags) {
        return tags.stream()
                .flatMap(
                        tag ->
                                record.getDataFields().stream()
                                        .filter(field -> field.getTag().equals(tag)));
    }

    private static boolean isSubject(String tag) {
        if (tag.length() != 3 || !tag.startsWith("6")) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < tag.length(); i++) {
            number = 10 * number + Character.digit(tag.charAt(i), 10);
        }
        return number >= FIRST_SUBJECT && number <= LAST_SUBJECT;
    }
}
