package org.leeswijzer.engine.rocksdb;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.RecordId;
import org.leeswijzer.engine.feedback.Feedback;
import org.leeswijzer.engine.loan.Outcome;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.rocksdb.OpinionLayout.StoredOpinion;
import org.leeswijzer.engine.rocksdb.VoiceLayout.StoredVoice;

/** Applies what readers say of suggestions to a batch: by reader, and by the pair that it is counted for. */
final class OpinionKeeper {
    private final Batch batch;
    private final Libraries libraries;
    private final CatalogueKeeper titles;
    private final Changes changes;
    private final Window window;

    OpinionKeeper(
            Batch batch,
            Libraries libraries,
            CatalogueKeeper titles,
            Changes changes,
            Window window) {
        this.batch = batch;
        this.libraries = libraries;
        this.titles = titles;
        this.changes = changes;
        this.window = window;
    }

    /** A reader said something; the last word on a title holds, in whatever order they come. */
    Outcome said(Feedback feedback) {
        if (feedback.day() < window.firstDay(feedback.keeper())) {
            return Outcome.OUTSIDE_WINDOW;
        }
        RecordId seed = feedback.seed();
        StoredOpinion now =
                new StoredOpinion(
                        feedback.opinion(),
                        feedback.saidAt().toEpochMilli(),
                        libraries.number(feedback.keeper(), batch),
                        feedback.library() != null,
                        seed == null ? OpinionLayout.NO_SEED : edition(seed));
        byte[] key = OpinionLayout.key(feedback.reader(), edition(feedback.title()));
        byte @Nullable [] before = batch.get(Table.OPINIONS, key);
        if (before != null && !now.overrules(OpinionLayout.opinion(before))) {
            return Outcome.REPEATED;
        }
        if (before != null) {
            dropVoice(key, OpinionLayout.opinion(before));
        }
        batch.put(Table.OPINIONS, key, OpinionLayout.value(now));
        putVoice(key, now);
        return Outcome.SAID;
    }

    private int edition(RecordId record) {
        return titles.editionOf(libraries.number(record.library(), batch), record.id());
    }

    /** Lets go of what a reader said of a title. */
    void forget(byte[] key) {
        byte @Nullable [] held = batch.get(Table.OPINIONS, key);
        if (held != null) {
            batch.delete(Table.OPINIONS, key);
            dropVoice(key, OpinionLayout.opinion(held));
        }
    }

    private void putVoice(byte[] key, StoredOpinion opinion) {
        if (opinion.isVoice()) {
            batch.put(
                    Table.VOICES,
                    voiceKey(key, opinion),
                    VoiceLayout.value(
                            new StoredVoice(opinion.opinion(), opinion.said(), opinion.scope())));
        }
    }

    private void dropVoice(byte[] key, StoredOpinion opinion) {
        if (opinion.isVoice()) {
            batch.delete(Table.VOICES, voiceKey(key, opinion));
        }
    }

    private byte[] voiceKey(byte[] key, StoredOpinion opinion) {
        int edition = OpinionLayout.edition(key);
        changes.voices.add(StoredVoices.pair(opinion.seed(), edition));
        return VoiceLayout.key(opinion.seed(), edition, OpinionLayout.reader(key));
    }
}
