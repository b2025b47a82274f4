package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import org.leeswijzer.engine.suggest.Answer.Nothing;

/**
 * Why there are no suggestions.
 *
 * @param code {@code nothingSimilar}, {@code allFiltered}, {@code nothingBorrowed} or {@code noKnownTitle}
 */
@Serdeable
public record NothingJson(String code, TextJson text) {
    static final NothingJson NO_KNOWN_TITLE =
            new NothingJson(
                    "noKnownTitle",
                    new TextJson(
                            "Geen van deze titels is hier bekend",
                            "None of these titles is known here"));

    static NothingJson of(Nothing nothing) {
        return new NothingJson(
                nothing.text(),
                switch (nothing) {
                    case NOTHING_SIMILAR ->
                            new TextJson(
                                    "Hier is nog te weinig over bekend",
                                    "Too little is known about this yet");
                    case NOTHING_BORROWED ->
                            new TextJson(
                                    "In deze tijd is hier nog te weinig geleend",
                                    "Too little was borrowed here in this time");
                    case ALL_FILTERED ->
                            new TextJson(
                                    "Wat hierbij past, is hier niet te leen",
                                    "What goes with this cannot be borrowed here");
                });
    }
}
