package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Titles that were found, best first. */
@Serdeable
public record TitlesJson(List<TitleJson> titles) {
    public TitlesJson {
        titles = List.copyOf(titles);
    }
}
