package org.leeswijzer.ingest.jsonl;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.RawRecord;

/** Reads the lines of loans and of titles, told apart by their fields: only a loan's has a patron, a loan or a day. */
public final class JsonlDecoder implements Decoder {
    private static final List<String> OF_LOANS =
            List.of("loanedAt", "loanId", "loanKey", "patron", "patronKey");

    private final LoanLines loans;
    private final TitleLines titles;

    /** For lines that all name their library. */
    public JsonlDecoder(Secrets secrets, Clock clock) {
        this(secrets, clock, null);
    }

    /** For lines of which some do not name their library, because it is this one; null if there is no such default. */
    public JsonlDecoder(Secrets secrets, Clock clock, @Nullable Library library) {
        var owner = new Owner(library);
        loans = new LoanLines(new Pseudonyms(secrets), new LoanDay(clock), owner);
        titles = new TitleLines(owner);
    }

    @Override
    public Decoded decode(RawRecord record) {
        return decode(Json.read(record.value()));
    }

    /**
     * Says what a line means, however it was written.
     *
     * @throws BadRecord if it cannot be read
     */
    public Decoded.Events decode(Fields line) {
        if (OF_LOANS.stream().anyMatch(line::has)) {
            return loans.decode(line);
        }
        if (line.has("id")) {
            return titles.decode(line);
        }
        if (line.has("item") && line.has("title")) {
            return titles.item(line);
        }
        throw new BadRecord(
                "value",
                "is neither a loan nor a title: give loanedAt and patron, or id and title");
    }
}
