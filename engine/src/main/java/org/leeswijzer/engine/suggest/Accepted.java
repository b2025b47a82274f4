package org.leeswijzer.engine.suggest;

import org.jspecify.annotations.Nullable;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.Title;
import org.leeswijzer.engine.kinship.Traits;

/** A candidate that can be shown. For one thread. */
final class Accepted {
    private final Candidate candidate;
    private final Title title;
    private final Description description;
    private @Nullable Traits traits;

    Accepted(Candidate candidate, Title title, Description description) {
        this.candidate = candidate;
        this.title = title;
        this.description = description;
    }

    Candidate candidate() {
        return candidate;
    }

    Title title() {
        return title;
    }

    Description description() {
        return description;
    }

    /* Cut when it is first asked for: the default dials never ask. */
    Traits traits() {
        Traits known = traits;
        if (known == null) {
            known = Traits.of(description);
            traits = known;
        }
        return known;
    }
}
