package org.leeswijzer.ingest.jsonl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Isbns;

/** Reads lines of titles. */
final class TitleLines {
    private final Owner owner;

    TitleLines(Owner owner) {
        this.owner = owner;
    }

    Decoded.Events decode(Fields line) {
        Library library = owner.of(line);
        String id = line.id("id");
        if (line.flag("deleted")) {
            return Decoded.Events.of(new TitleGone(library, id));
        }
        Isbns isbns = Isbns.in(line.texts("isbns"));
        List<LibraryEvent> events = new ArrayList<>();
        events.add(
                new TitleSeen(
                        new TitleRecord(
                                library,
                                id,
                                line.optionalId("hrid").orElse(null),
                                line.optionalId("workId").orElse(null),
                                description(line, isbns),
                                line.flag("suppressed"))));
        line.ids("items").forEach(item -> events.add(new ItemSeen(library, item, id)));
        return new Decoded.Events(events, isbns.leftOut());
    }

    Decoded.Events item(Fields line) {
        Library library = owner.of(line);
        String item = line.id("item");
        if (line.flag("deleted")) {
            return Decoded.Events.of(new ItemGone(library, item));
        }
        Boolean available = line.has("available") ? line.flag("available") : null;
        return Decoded.Events.of(new ItemSeen(library, item, line.id("title"), available));
    }

    private static Description description(Fields line, Isbns isbns) {
        return new Description(
                line.text("title"),
                line.texts("authors"),
                isbns.found(),
                line.texts("subjects"),
                line.texts("series"),
                line.optionalText("language").orElse(""),
                oneOf(line, "mediaType", MediaType.values(), MediaType::text)
                        .orElse(MediaType.BOOK),
                oneOf(line, "audience", Audience.values(), Audience::text).orElse(Audience.UNKNOWN),
                line.number("year", Description.EARLIEST_YEAR, Description.LATEST_YEAR));
    }

    private static <E> Optional<E> oneOf(
            Fields line, String field, E[] values, Function<E, String> text) {
        return line.optionalText(field)
                .filter(given -> !given.isBlank())
                .map(given -> oneOf(line, field, given, values, text));
    }

    private static <E> E oneOf(
            Fields line, String field, String given, E[] values, Function<E, String> text) {
        return Stream.of(values)
                .filter(value -> text.apply(value).equalsIgnoreCase(given.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                line.bad(
                                        field,
                                        "is not known: give one of "
                                                + Stream.of(values)
                                                        .map(text)
                                                        .collect(Collectors.joining(", "))));
    }
}
