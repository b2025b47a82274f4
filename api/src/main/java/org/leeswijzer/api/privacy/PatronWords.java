package org.leeswijzer.api.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.engine.loan.EventBatch;
import org.leeswijzer.engine.loan.EventSink;
import org.leeswijzer.engine.loan.LibraryEvent.PatronWord;
import org.leeswijzer.engine.loan.Receipt;
import org.leeswijzer.engine.privacy.Secrets;
import org.leeswijzer.ingest.ConsumerSettings;
import org.leeswijzer.ingest.Topics;
import org.leeswijzer.ingest.load.Publisher;

/** Takes patrons' words to a store, and to the event log where there is one. */
public final class PatronWords {
    private static final String ONLY_HERE =
            "the word holds here, but the event log is away and did not take it: say it again when it is back, for whoever else reads the log";

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
     * Says it in the store, so that it holds here whatever becomes of the log, and then in the log, for whoever reads it: read
     * there again it changes nothing.
     *
     * @throws IllegalArgumentException if there is no such library, or the number cannot be one
     * @throws ProblemException 503 if the log did not take it: it holds here, and has to be said again
     */
    public WordJson say(Word word, PatronJson patron, EventSink store) {
        PatronWord said = of(word, patron);
        Receipt receipt = store.accept(EventBatch.of(List.of(said)));
        try {
            log.ifPresent(topics -> publish(topics, said));
        } catch (KafkaException e) {
            throw new ProblemException(Problem.Kind.UNAVAILABLE, null, ONLY_HERE);
        }
        return WordJson.stored(receipt, log.isPresent());
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
