package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Codes of the libraries that have sent something, in the order in which they first did. */
@Serdeable
public record LibrariesJson(List<String> libraries) {
    public LibrariesJson {
        libraries = List.copyOf(libraries);
    }
}
