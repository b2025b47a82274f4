package org.leeswijzer.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leeswijzer.engine.loan.Library;

/** What libraries set of their own web sites. */
class LibrarySitesTest {
    private static final String ZWOLLE = "leeswijzer.libraries.zwolle.";

    @Test
    void aRequestIsHeldAgainstTheListOfTheLibraryThatItNamesOrElseAgainstAll() {
        LibrarySites sites =
                sites(
                        Map.of(
                                ZWOLLE + "origins",
                                "https://zwolle.nl, http://localhost:81",
                                "leeswijzer.libraries.a-b_1.origins",
                                "https://ab.nl"));
        assertThat(sites.areOpenTo("https://zwolle.nl", "zwolle")).isTrue();
        assertThat(sites.areOpenTo("http://localhost:81", "zwolle")).isTrue();
        assertThat(sites.areOpenTo("http://localhost", "zwolle")).isFalse();
        assertThat(sites.areOpenTo("https://ab.nl", "zwolle")).isFalse();
        assertThat(sites.areOpenTo("https://ab.nl", "a-b_1")).isTrue();
        assertThat(sites.areOpenTo("https://ab.nl", null)).isTrue();
        assertThat(sites.areOpenTo("https://evil.example", null)).isFalse();
        assertThat(sites.areOpenTo("null", null)).isFalse();
    }

    @Test
    void aCoverIsWhereTheTemplateSaysIfTheTitleHasWhatItWants() {
        CoverUrl byIsbn = new CoverUrl("https://covers.example.org/{isbn}.jpg?default=false");
        assertThat(byIsbn.of(null, "9789023400011"))
                .hasValue("https://covers.example.org/9789023400011.jpg?default=false");
        assertThat(byIsbn.of("r0", null)).isEmpty();
        CoverUrl byId = new CoverUrl("/cover/{id}");
        assertThat(byId.of("a b/c?\"&{isbn}", null))
                .hasValue("/cover/a%20b%2Fc%3F%22%26%7Bisbn%7D");
        assertThat(byId.of(null, "9789023400011")).isEmpty();
        assertThat(
                        sites(Map.of(ZWOLLE + "cover-url", "/c/{id}/{isbn}"))
                                .cover(new Library("zwolle"))
                                .flatMap(url -> url.of("r0", "1")))
                .hasValue("/c/r0/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://covers.example.org/",
                "javascript:{id}",
                "//elsewhere.example/{isbn}",
                "https://{isbn}/",
                "covers/{isbn}",
                "/{issn}",
                "/{isbn"
            })
    void whatIsNoAddressOfCoversStopsTheStart(String template) {
        assertThatThrownBy(() -> sites(Map.of(ZWOLLE + "cover-url", template)))
                .rootCause()
                .hasMessageStartingWith("cover-url is '" + template + "': give https:// or a path");
        assertThatThrownBy(() -> sites(Map.of(ZWOLLE + "cover-url", template)))
                .hasStackTraceContaining("leeswijzer.libraries.zwolle.cover-url is '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "zwolle.nl", "https://zwolle.nl/", "https://Zwolle.nl", "https://a,,"})
    void whatIsNoOriginStopsTheStart(String origins) {
        assertThatThrownBy(() -> sites(Map.of(ZWOLLE + "origins", origins)))
                .rootCause()
                .hasMessageStartingWith("leeswijzer.libraries.zwolle.origins has '")
                .hasMessageContaining("give https://host or https://host:port");
    }

    @ParameterizedTest
    @CsvSource({
        "zwolle.origin, 'leeswijzer.libraries.zwolle.origin is not known: give leeswijzer.libraries.CODE. and one of '",
        "zwolle, 'leeswijzer.libraries.zwolle is not known: give leeswijzer.libraries.CODE. and one of '",
        "Zwolle.origins, library is 'Zwolle'"
    })
    void aKeyThatNobodyKnowsStopsTheStart(String key, String message) {
        assertThatThrownBy(() -> sites(Map.of("leeswijzer.libraries." + key, "https://a.nl")))
                .rootCause()
                .hasMessageStartingWith(message);
    }

    private static LibrarySites sites(Map<String, Object> settings) {
        try (ApplicationContext context = Service.context(settings)) {
            return context.getBean(Settings.class).sites();
        }
    }
}
