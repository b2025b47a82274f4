package org.leeswijzer.api.privacy;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.FrontEnds;
import org.leeswijzer.api.http.Problem;
import org.leeswijzer.api.http.ProblemException;
import org.leeswijzer.engine.Engine;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;

/** The patrons that requests name. A front-end speaks of those of its own library and of nobody else. */
@Singleton
public final class NamedPatrons {
    private final Engine engine;

    NamedPatrons(Engine engine) {
        this.engine = engine;
    }

    /** A patron of a library. */
    public record Named(Library library, PatronKey patron) {}

    /** The patron with the library of the front-end's key, if there is one and the body names none. */
    PatronJson complete(HttpRequest<?> request, PatronJson patron) {
        Optional<Library> own = FrontEnds.libraryOf(request);
        String given = patron.library();
        if (own.isEmpty()) {
            return patron;
        }
        if (given != null && !given.equals(own.get().code())) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "library",
                    "library is not that of the key: give %s, or leave it out"
                            .formatted(own.get()));
        }
        return new PatronJson(own.get().code(), patron.patron());
    }

    /**
     * The patron whom a request names, by pseudonym.
     *
     * @throws ProblemException if there is no such library, it is not the front-end's, or the number cannot be one
     */
    public Named of(HttpRequest<?> request, @Nullable String library, @Nullable String patron) {
        PatronJson whole = complete(request, new PatronJson(library, patron));
        try {
            return new Named(whole.libraryIn(engine.secrets()), whole.keyIn(engine.secrets()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.bad(null, e);
        }
    }

    /** Whether suggestions may be made of the patron's own loans. */
    public boolean consents(Named patron) {
        return engine.privacy().promise(patron.library(), patron.patron()).consent().isGiven();
    }
}
