package org.leeswijzer.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.leeswijzer.engine.loan.Library;

/** Whose front-end a request comes from. */
public final class FrontEnds {
    private static final String LIBRARY = "leeswijzer.front-end";

    private FrontEnds() {}

    static void note(HttpRequest<?> request, FrontEnd frontEnd) {
        request.setAttribute(LIBRARY, frontEnd.library());
    }

    /** The library whose key the request shows; empty where it shows none, or none was asked for. */
    public static Optional<Library> libraryOf(HttpRequest<?> request) {
        return request.getAttribute(LIBRARY, Library.class);
    }
}
