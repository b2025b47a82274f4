package org.leeswijzer.api.console;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.Login;

/** Somebody who has logged in. Safe for use by many threads. */
public final class Session {
    private final String by;
    private final String formToken;
    private final Instant until;
    private final AtomicReference<@Nullable Notice> notice = new AtomicReference<>();
    private volatile Login login;
    private volatile Instant seen;

    /**
     * One that begins.
     *
     * @param by the name that they gave
     * @param login what they are
     * @param formToken what only their own pages know
     * @param until when it ends, whatever they do
     */
    Session(String by, Login login, String formToken, Instant began, Instant until) {
        this.by = by;
        this.login = login;
        this.formToken = formToken;
        this.until = until;
        seen = began;
    }

    /** The name that they gave, to stand beside what they do. */
    public String by() {
        return by;
    }

    /** Whether they may see a page. */
    public boolean maySee(String path) {
        return StaffDoor.needed(path).stream().anyMatch(login.roles()::contains);
    }

    /** What every form of theirs holds. */
    public String formToken() {
        return formToken;
    }

    /** Whether it has ended, by itself or since nothing was asked for long. */
    boolean isOver(Instant now, Duration idle) {
        return !now.isBefore(until) || !now.isBefore(seen.plus(idle));
    }

    /**
     * Has the login renewed if it is due, by one of those who ask at once; tells whether it lets them in still.
     *
     * @param renewing that may wait, and fail; the login is due then as before
     */
    synchronized boolean isLetIn(Instant now, UnaryOperator<Login> renewing) {
        if (login.isDue(now)) {
            login = renewing.apply(login);
        }
        return !login.roles().isEmpty();
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
