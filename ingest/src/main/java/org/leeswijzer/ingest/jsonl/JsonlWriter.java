package org.leeswijzer.ingest.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Isbn;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.loan.Borrowed;
import org.leeswijzer.engine.loan.LibraryEvent;
import org.leeswijzer.engine.loan.LibraryEvent.ItemGone;
import org.leeswijzer.engine.loan.LibraryEvent.ItemSeen;
import org.leeswijzer.engine.loan.LibraryEvent.LoanForgotten;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.LibraryEvent.TitleGone;
import org.leeswijzer.engine.loan.LibraryEvent.TitleSeen;
import org.leeswijzer.engine.loan.LibraryEvent.WorkDecided;
import org.leeswijzer.ingest.decode.Json;

/** Writes events as lines without a raw number in them. {@link JsonlDecoder} reads them as the same events. */
public final class JsonlWriter {
    private JsonlWriter() {}

    /** The line that means these events, whose keys are of a secret that was never rotated. */
    public static byte[] write(List<LibraryEvent> events) {
        return write(events, 0);
    }

    /**
     * The line that means these events, without a line's end.
     *
     * @param events one, or a title and its items
     * @param rotation how often the library's secret was rotated that keys are under
     * @throws IllegalArgumentException if no line means that
     */
    public static byte[] write(List<LibraryEvent> events, int rotation) {
        LibraryEvent first = events.get(0);
        if (events.size() > 1 && !(first instanceof TitleSeen)) {
            throw new IllegalArgumentException(
                    "events are %d, the first no title: write them one by one"
                            .formatted(events.size()));
        }
        ObjectNode line = Json.object();
        if (first instanceof WorkDecided decided) {
            DecisionLines.write(line, decided.decision());
            return Json.bytes(line);
        }
        line.put("library", first.library().code());
        if (first instanceof LoanMade loan) {
            loan(line, loan);
        } else if (first instanceof LoanForgotten forgotten) {
            line.put("loanKey", Keys.hex(forgotten.loan())).put("forgotten", true);
        } else if (first instanceof PatronWord word) {
            line.put("patronKey", Keys.hex(word.patron()));
            word(line, word);
        } else if (first instanceof TitleSeen seen) {
            title(line, seen.title());
            items(line, seen.title().id(), events.subList(1, events.size()));
        } else if (first instanceof TitleGone gone) {
            line.put("id", gone.id()).put("deleted", true);
        } else if (first instanceof ItemSeen item) {
            line.put("item", item.item()).put("title", item.title());
            if (item.available() != null) {
                line.put("available", item.available());
            }
        } else if (first instanceof ItemGone gone) {
            line.put("item", gone.item()).put("deleted", true);
        } else {
            throw new IllegalArgumentException(
                    "event is a %s: no line says that".formatted(first.getClass().getSimpleName()));
        }
        if (rotation > 0 && (line.has("patronKey") || line.has("loanKey"))) {
            line.put("rotation", rotation);
        }
        return Json.bytes(line);
    }

    private static void loan(ObjectNode line, LoanMade loan) {
        line.put("loanKey", Keys.hex(loan.loan()));
        line.put("patronKey", Keys.hex(loan.patron()));
        line.put(
                loan.borrowed() instanceof Borrowed.OfTitle ? "title" : "item",
                loan.borrowed().id());
        line.put("loanedAt", LocalDate.ofEpochDay(loan.day()).toString());
    }

    private static void word(ObjectNode line, PatronWord word) {
        if (word instanceof PatronErased erased) {
            line.put("erased", true).put("saidAt", erased.saidAt().toString());
        } else if (word instanceof PatronGone) {
            line.put("erased", true).put("forGood", true);
        } else if (word instanceof PatronOptedOut out) {
            line.put("optOut", true).put("saidAt", out.saidAt().toString());
        } else if (word instanceof PatronOptedIn in) {
            line.put("optOut", false).put("saidAt", in.saidAt().toString());
        } else if (word instanceof PatronConsented consent) {
            line.put("consent", consent.isGiven()).put("saidAt", consent.saidAt().toString());
        }
    }

    private static void title(ObjectNode line, TitleRecord record) {
        Description title = record.description();
        line.put("id", record.id());
        putIfThere(line, "hrid", record.hrid());
        putIfThere(line, "workId", record.workId());
        line.put("title", title.title());
        array(line, "authors", title.authors());
        array(line, "isbns", title.isbns().stream().map(Isbn::digits).toList());
        array(line, "subjects", title.subjects());
        array(line, "series", title.series());
        line.put("language", title.language());
        line.put("mediaType", title.mediaType().text());
        line.put("audience", title.audience().text());
        if (title.year() != null) {
            line.put("year", title.year());
        }
        line.put("suppressed", record.suppressed());
    }

    private static void items(ObjectNode line, String title, List<LibraryEvent> rest) {
        List<String> items =
                rest.stream()
                        .map(
                                event -> {
                                    if (event instanceof ItemSeen item
                                            && item.title().equals(title)
                                            && item.available() == null) {
                                        return item.item();
                                    }
                                    throw new IllegalArgumentException(
                                            "event is a %s behind a title: give its items alone"
                                                    .formatted(event.getClass().getSimpleName()));
                                })
                        .toList();
        if (!items.isEmpty()) {
            array(line, "items", items);
        }
    }

    private static void array(ObjectNode line, String field, List<String> texts) {
        texts.forEach(line.putArray(field)::add);
    }

    private static void putIfThere(ObjectNode line, String field, @Nullable String text) {
        if (text != null) {
            line.put(field, text);
        }
    }
}
