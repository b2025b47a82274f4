package org.leeswijzer.api.reference;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the document says of the API as a whole; the rest is said where the controllers are. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Leeswijzer",
                        version = "1",
                        description =
                                "Readers also borrowed: suggestions for titles and lists, from the loans of libraries, with the reason of each."
                                        + " Fields are only ever added. Every error is a problem of RFC 9457 that names the value, the field and the remedy."
                                        + " How many patrons there are is told in steps, and not at all below minBorrowers.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        tags = {
            @Tag(
                    name = "Suggestions",
                    description = "What to read next, and why. For catalogues and their readers."),
            @Tag(name = "Titles", description = "The catalogue that suggestions are made of."),
            @Tag(
                    name = "Models",
                    description =
                            "Versions of the model: made by a retrain, judged by a gate, published, rolled back."),
            @Tag(
                    name = "Jobs",
                    description = "Retrains that run or ran since the service started."),
            @Tag(
                    name = "Works",
                    description = "Which records are one work, where the catalogue is mistaken."),
            @Tag(
                    name = "Privacy",
                    description =
                            "What is held on patrons, and their word on it. A patron is named in the body, never in an address."),
            @Tag(name = "Operations", description = "The store, the event log, and a yardstick.")
        })
@SecurityScheme(
        name = Api.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token of staff, privacy officers or ops.")
@SecurityScheme(
        name = Api.KEY,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = Api.KEY_HEADER,
        description =
                "The key of a library's front-end: needed for its patrons, and where reading is not public; elsewhere it has a limit of its own.")
final class Api {
    static final String BEARER = "bearer";
    static final String KEY = "apiKey";
    static final String KEY_HEADER = "X-Api-Key";

    private Api() {}
}
