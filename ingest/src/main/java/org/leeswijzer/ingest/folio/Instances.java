package org.leeswijzer.ingest.folio;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Audience;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.MediaType;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoded.Events;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Isbns;
import org.leeswijzer.ingest.decode.RawRecord;

/**
 * Reads {@code inventory.instance}. An instance names its kind of resource by the UUID of a row in the tenant's own
 * reference data, which the event does not carry, and says nothing of an audience: every instance is a {@link
 * MediaType#BOOK} for an {@link Audience#UNKNOWN} audience. Language codes are taken as they come, ISO 639-2/B in FOLIO.
 */
final class Instances implements Decoder {
    private static final String ISBN = "8261054f-be78-422d-bd51-4ed9f33c3422";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    @Override
    public Decoded decode(RawRecord record) {
        Envelope event = Envelope.read(record);
        if (event.type().equals("DELETE")) {
            return Events.of(new TitleGone(event.library(), Envelope.id(event.oldTop(), record)));
        }
        Optional<Fields> instance = event.newTop();
        return instance.isEmpty() ? Types.withoutNew(event) : seen(event, instance.get(), record);
    }

    private static Decoded seen(Envelope event, Fields instance, RawRecord record) {
        Isbns isbns = isbns(instance);
        TitleRecord title =
                new TitleRecord(
                        event.library(),
                        Envelope.id(Optional.of(instance), record),
                        instance.optionalId("hrid").orElse(null),
                        null,
                        description(instance, isbns),
                        hidden(instance));
        return new Events(List.of(new TitleSeen(title)), isbns.leftOut());
    }

    private static Description description(Fields instance, Isbns isbns) {
        return new Description(
                instance.text("title"),
                authors(instance),
                isbns.found(),
                instance.textsOrIn("subjects", "value"),
                instance.textsOrIn("series", "value"),
                instance.texts("languages").stream().findFirst().orElse(""),
                MediaType.BOOK,
                Audience.UNKNOWN,
                year(instance));
    }

    /* All three are told to staff, so all three are read: an instance may be hidden without being deleted. */
    private static boolean hidden(Fields instance) {
        return Stream.of("discoverySuppress", "staffSuppress", "deleted")
                .map(instance::flag)
                .reduce(false, Boolean::logicalOr);
    }

    private static List<String> authors(Fields instance) {
        List<Fields> contributors = instance.objects("contributors");
        return Stream.of(true, false)
                .flatMap(primary -> contributors.stream().filter(c -> c.flag("primary") == primary))
                .flatMap(contributor -> contributor.optionalText("name").stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Isbns isbns(Fields instance) {
        return Isbns.in(
                instance.objects("identifiers").stream()
                        .filter(
                                identifier ->
                                        identifier
                                                .optionalText("identifierTypeId")
                                                .filter(ISBN::equalsIgnoreCase)
                                                .isPresent())
                        .flatMap(identifier -> identifier.optionalText("value").stream())
                        .toList());
    }

    /* Four digits; catalogues also write "19uu" and the like, which is no year. */
    private static @Nullable Integer year(Fields instance) {
        return instance.optionalObject("dates")
                .flatMap(dates -> dates.optionalText("date1"))
                .map(String::strip)
                .filter(date -> YEAR.matcher(date).matches())
                .map(Integer::valueOf)
                .orElse(null);
    }
}
