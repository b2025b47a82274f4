package org.leeswijzer.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every request for suggestions can say alike, in an address or in a body; null where it does not. */
interface Asked {
    @Nullable String scope();

    @Nullable List<String> exclude();

    /** Absent where what is asked for has no seed to be near to. */
    default @Nullable String mode() {
        return null;
    }

    /** Likewise. */
    default @Nullable String basis() {
        return null;
    }

    @Nullable Integer maxPerAuthor();

    @Nullable Integer maxPerSeries();

    @Nullable List<String> mediaType();

    @Nullable List<String> language();

    @Nullable List<String> audience();

    @Nullable Integer yearFrom();

    @Nullable Integer yearTo();
}
