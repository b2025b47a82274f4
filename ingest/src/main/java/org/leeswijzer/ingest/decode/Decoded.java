package org.leeswijzer.ingest.decode;

import java.util.List;
import org.leeswijzer.engine.loan.LibraryEvent;

/** What a readable record means. */
public sealed interface Decoded {

    /**
     * Something to store.
     *
     * @param events at least one, in the order they are to be applied
     * @param isbnsLeftOut how many of a title's ISBNs are none, by length or check digit
     */
    record Events(List<LibraryEvent> events, int isbnsLeftOut) implements Decoded {
        public Events {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("events is empty: give one, or say Ignored");
            }
        }

        /** One event. */
        public static Events of(LibraryEvent event) {
            return new Events(List.of(event), 0);
        }
    }

    /** Nothing to store, by design. */
    record Ignored(Cause cause) implements Decoded {}

    /** Why a readable record says nothing to us. */
    enum Cause {
        /** No value: the log's way to say that a key is no longer of use. */
        TOMBSTONE,
        /** A loan that its library had made anonymous before we first heard of it. */
        ANONYMOUS_LOAN,
        /** A loan of another library's copy to another library's patron (FOLIO's {@code isDcb}). */
        VIRTUAL_LOAN,
        /** A loan of the number that a library gives all who are made anonymous: one who borrows everything. */
        ANONYMOUS_PATRON,
        /** A renewal, a return or the like, among loans. */
        NOT_A_LOAN,
        /** A loan of which the source no longer knows what was borrowed. */
        NOTHING_BORROWED,
        /** A reader's click, or what one said who gave no id: counted where it was said, and of no other use. */
        ONLY_COUNTED,
        /** A kind of event that is not about loans, titles or erasure, such as a new patron. */
        OTHER_TYPE
    }
}
