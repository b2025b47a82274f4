package org.leeswijzer.ingest.jsonl;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.LoanMade;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.Json;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.Pseudonyms;
import org.leeswijzer.ingest.decode.RawRecord;
import org.leeswijzer.ingest.decode.SaidAt;

/** Reads the lines of loans and of titles, told apart by their fields: only a loan's has a patron, a loan or a day. */
public final class JsonlDecoder implements Decoder {
    private static final List<String> OF_LOANS =
            List.of("loanedAt", "loanId", "loanKey", "patron", "patronKey");

    private final LoanLines loans;
    private final TitleLines titles;
    private final PlainLoan plainLoan = new PlainLoan();
    private final PlainLine plainLine = new PlainLine(plainLoan);

    /** For lines that all name their library. */
    public JsonlDecoder(Secrets secrets, Clock clock) {
        this(secrets, clock, null);
    }

    /** For lines of which some do not name their library, because it is this one; null if there is no such default. */
    public JsonlDecoder(Secrets secrets, Clock clock, @Nullable Library library) {
        this(new Pseudonyms(secrets), clock, library);
    }

    /** The same under given pseudonyms. */
    public JsonlDecoder(Pseudonyms pseudonyms, Clock clock, @Nullable Library library) {
        var owner = new Owner(library);
        loans = new LoanLines(pseudonyms, new LoanDay(clock), new SaidAt(clock), owner);
        titles = new TitleLines(owner);
    }

    @Override
    public Decoded decode(RawRecord record) {
        return decode(record.value(), record.publishedAt());
    }

    /**
     * Says what a line of JSON means.
     *
     * @throws BadRecord if it cannot be read
     */
    public Decoded.Events decode(byte[] line) {
        return decode(line, Optional.empty());
    }

    private Decoded.Events decode(byte[] line, Optional<Instant> published) {
        if (line.length <= MAX_BYTES && plainLine.read(line)) {
            LoanMade loan = loans.plain(plainLoan);
            if (loan != null) {
                return Decoded.Events.of(loan);
            }
        }
        return decode(Json.read(line), published);
    }

    /** What a loan of plain texts means; null if it is not as plain as that, and has to be given as fields. */
    public Decoded.@Nullable Events plain(PlainLoan line) {
        LoanMade loan = loans.plain(line);
        return loan == null ? null : Decoded.Events.of(loan);
    }

    /**
     * Says what a line means, however it was written.
     *
     * @throws BadRecord if it cannot be read
     */
    public Decoded.Events decode(Fields line) {
        return decode(line, Optional.empty());
    }

    private Decoded.Events decode(Fields line, Optional<Instant> published) {
        if (line.has(DecisionLines.KIND)) {
            return DecisionLines.decode(line);
        }
        if (OF_LOANS.stream().anyMatch(line::has)) {
            return loans.decode(line, published);
        }
        if (line.has("id")) {
            return titles.decode(line);
        }
        if (line.has("item") && (line.has("title") || line.has("deleted"))) {
            return titles.item(line);
        }
        throw new BadRecord(
                "value",
                "is neither a loan nor a title: give loanedAt and patron, or id and title");
    }
}
