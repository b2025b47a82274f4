package org.leeswijzer.engine.model;

import java.util.Locale;

/** How a job stands. */
public enum JobState {
    RUNNING,
    /** It was told to stop, and will soon. */
    STOPPING,
    DONE,
    CANCELLED,
    FAILED;

    /** Whether it will not change any more. */
    public boolean ended() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

    /** As it is told outside, such as {@code running}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
