package org.leeswijzer.engine.model;

import java.util.Locale;

/** What has become of a model version. */
public enum ModelState {
    /** Its rows are being made. */
    CANDIDATE,
    /** It answers. */
    SERVING,
    /** It has served, or came from a file; it can serve at once. */
    KEPT,
    /** The gate said no; it can serve if somebody gives a reason. */
    WITHHELD;

    /** As it is told outside, such as {@code serving}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
