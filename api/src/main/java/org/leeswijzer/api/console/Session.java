package org.leeswijzer.api.console;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody who has logged in. Safe for use by many threads. */
public final class Session {
    private final String by;
    private final String formToken;
    private final Instant began;
    private final AtomicReference<@Nullable Notice> notice = new AtomicReference<>();
    private volatile Instant seen;

    /**
     * One that begins.
     *
     * @param by the name that they gave
     * @param formToken what only their own pages know
     */
    Session(String by, String formToken, Instant began) {
        this.by = by;
        this.formToken = formToken;
        this.began = began;
        seen = began;
    }

    /** The name that they gave, to stand beside what they do. */
    public String by() {
        return by;
    }

    /** What every form of theirs holds. */
    public String formToken() {
        return formToken;
    }

    Instant began() {
        return began;
    }

    Instant seen() {
        return seen;
    }

    void seen(Instant now) {
        seen = now;
    }

    /** Keeps it for the next page. */
    void tell(Notice told) {
        notice.set(told);
    }

    /** What is to be told on this page, and no more after it. */
    @Nullable Notice takeNotice() {
        return notice.getAndSet(null);
    }
}
