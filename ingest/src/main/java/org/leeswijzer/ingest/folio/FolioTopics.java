package org.leeswijzer.ingest.folio;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.decode.Decoder;
import org.leeswijzer.ingest.decode.LoanDay;
import org.leeswijzer.ingest.decode.Pseudonyms;

/** Which of FOLIO's topics are read, and by which decoder: {@code {env}.{tenant}.circulation.loan} and its kin. */
public final class FolioTopics {
    private final Map<Pattern, Decoder> decoders = new LinkedHashMap<>();

    /** The topics of one installation, all tenants; {@code env} is what FOLIO calls ENV, {@code folio} by default. */
    public FolioTopics(String env, Secrets secrets, Clock clock) {
        var pseudonyms = new Pseudonyms(secrets);
        decoders.put(topic(env, "circulation.loan"), new Loans(pseudonyms, new LoanDay(clock)));
        decoders.put(topic(env, "inventory.item"), new Items());
        decoders.put(topic(env, "inventory.instance"), new Instances());
        decoders.put(topic(env, "users.users"), new Users(pseudonyms));
    }

    /** The decoder of a topic; empty if it is none of those that are read. */
    public Optional<Decoder> decoder(String topic) {
        return decoders.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(topic).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Pattern topic(String env, String rest) {
        return Pattern.compile(
                "^" + Pattern.quote(env) + "\\.[^.]+\\." + Pattern.quote(rest) + "$");
    }
}
