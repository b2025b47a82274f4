package org.leeswijzer.ingest.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.leeswijzer.engine.loan.LibraryEvent.AllLoansForgotten;
import org.leeswijzer.ingest.DeadLetters;
import org.leeswijzer.ingest.Decoders;
import org.leeswijzer.ingest.decode.BadRecord;
import org.leeswijzer.ingest.decode.Decoded;
import org.leeswijzer.ingest.decode.RawRecord;
import org.leeswijzer.ingest.letter.Redriven.Result;
import org.leeswijzer.ingest.load.Target;

/**
 * Reads records again that could not be read, by the very decoders that read the log, and brings what they mean to a target.
 * Only when that is safe are the letters marked: an end in between has them read again, which counts nothing twice.
 */
public final class Redrive {
    private final Letters letters;
    private final Decoders decoders;
    private final Target target;
    private final DeadLetters marks;

    /** @param marks takes the word that letters are done with */
    public Redrive(Letters letters, Decoders decoders, Target target, DeadLetters marks) {
        this.letters = letters;
        this.decoders = decoders;
        this.target = target;
        this.marks = marks;
    }

    /**
     * Reads the records of these letters again.
     *
     * @return what came of each, in the same order
     * @throws org.apache.kafka.common.KafkaException if the broker fails; do it again then
     */
    public List<Redriven> run(List<Letter> chosen) {
        List<Redriven> done = new ArrayList<>();
        chosen.forEach(letter -> done.add(one(letter)));
        target.finish();
        for (Redriven each : done) {
            if (each.isResolved()) {
                Letter letter = each.letter();
                marks.resolve(
                        letter.partition().topic(),
                        letter.partition().partition(),
                        letter.position().offset());
            }
        }
        marks.await();
        return done;
    }

    private Redriven one(Letter letter) {
        if (!decoders.reads(letter.partition().topic())) {
            return new Redriven(
                    letter,
                    Result.STILL_BAD,
                    "its topic is not read: see leeswijzer.kafka.folio-env");
        }
        Optional<ConsumerRecord<byte[], byte[]>> source = letters.source(letter.position());
        if (source.isEmpty()) {
            return new Redriven(
                    letter,
                    Result.GONE,
                    "the broker no longer has the record: publish it again at its source");
        }
        try {
            return take(letter, decoders.decode(RawRecord.of(source.get())));
        } catch (BadRecord e) {
            return new Redriven(letter, Result.STILL_BAD, String.valueOf(e.getMessage()));
        }
    }

    /* All loans of a library, deleted so late, would be those too that were made since. */
    private Redriven take(Letter letter, Decoded decoded) {
        if (!(decoded instanceof Decoded.Events some)) {
            return new Redriven(letter, Result.IGNORED, "it says nothing to us");
        }
        if (some.events().stream().anyMatch(AllLoansForgotten.class::isInstance)) {
            return new Redriven(
                    letter,
                    Result.TOO_LATE,
                    "it deletes all loans of a library, those made since too: delete them at their source again");
        }
        target.take(some.events());
        return new Redriven(
                letter,
                Result.PUBLISHED,
                "%d events are published".formatted(some.events().size()));
    }
}
