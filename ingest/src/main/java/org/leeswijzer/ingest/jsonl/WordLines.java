package org.leeswijzer.ingest.jsonl;

import java.time.Instant;
import java.util.Optional;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.LibraryEvent.PatronConsented;
import org.leeswijzer.engine.loan.LibraryEvent.PatronErased;
import org.leeswijzer.engine.loan.LibraryEvent.PatronGone;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedIn;
import org.leeswijzer.engine.loan.LibraryEvent.PatronOptedOut;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.PatronKey;
import org.leeswijzer.ingest.decode.Fields;
import org.leeswijzer.ingest.decode.SaidAt;

/** Reads lines of patrons to erase, who opt out, who opt in again, and who let suggestions be made of their loans. */
final class WordLines {
    private final SaidAt moments;

    WordLines(SaidAt moments) {
        this.moments = moments;
    }

    /** Whether the line is a patron's word. */
    static boolean isWord(Fields line) {
        return line.flag("erased") || line.has("optOut") || line.has("consent");
    }

    PatronWord decode(Fields line, Library library, PatronKey patron, Optional<Instant> published) {
        if (line.flag("erased") && line.flag("forGood")) {
            return new PatronGone(library, patron);
        }
        Instant saidAt = moments.of(line, "saidAt", published);
        if (line.flag("erased")) {
            return new PatronErased(library, patron, saidAt);
        }
        if (line.has("consent")) {
            return new PatronConsented(library, patron, line.flag("consent"), saidAt);
        }
        return line.flag("optOut")
                ? new PatronOptedOut(library, patron, saidAt)
                : new PatronOptedIn(library, patron, saidAt);
    }
}
