package org.leeswijzer.api.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.load.Publisher;

/** Takes patrons' words to the event log, where there is one, and to a store. */
public final class PatronWords {
    private final Secrets secrets;
    private final Optional<ConsumerSettings> log;
    private final Clock clock;

    /** @param log where others hear of it, to whom this store is not known; empty if there are none */
    public PatronWords(Secrets secrets, Optional<ConsumerSettings> log, Clock clock) {
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Says it in the log first, so that nobody is left out who hears of it there, and in the store at once: read in the log again
     * it changes nothing.
     *
     * @throws IllegalArgumentException if there is no such library, or the number cannot be one
     */
    public WordJson say(Word word, PatronJson patron, EventSink store) {
        PatronWord said = of(word, patron);
        log.ifPresent(topics -> publish(topics, said));
        return WordJson.stored(store.accept(EventBatch.of(List.of(said))), log.isPresent());
    }

    /**
     * Says it in the log alone, for those who read it.
     *
     * @throws IllegalArgumentException if there is no log, no such library, or the number cannot be one
     */
    public WordJson publish(Word word, PatronJson patron) {
        publish(
                log.orElseThrow(() -> new IllegalArgumentException("no log: name a broker")),
                of(word, patron));
        return WordJson.onlyPublished();
    }

    private PatronWord of(Word word, PatronJson patron) {
        return word.said(patron.libraryIn(secrets), patron.keyIn(secrets), clock.instant());
    }

    private void publish(ConsumerSettings topics, PatronWord said) {
        Topics.create(topics);
        try (Publisher publisher =
                Publisher.to(
                        topics.bootstrapServers(), topics.kafkaProperties(), secrets::rotation)) {
            publisher.take(List.of(said));
            publisher.finish();
        }
    }
}
