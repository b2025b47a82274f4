package org.leeswijzer.engine.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueSearchTest {
    private final Shelf shelf = new Shelf();
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    private final CatalogueSearch search;

    CatalogueSearchTest() {
        shelf.add("De ontdekking van de hemel", "Harry Mulisch", "Friendship");
        shelf.add("De aanslag", "Mulisch, Harry, 1927-2010", "World War, 1939-1945");
        shelf.add("Harry Potter and the chamber of secrets", "Rowling, J.K.", "Magic");
        shelf.add("L\u2019étranger", "Albert Camus", "Absurd (Philosophy)");
        shelf.addUnknown();
        shelf.add(
                new Shelf.Told(
                                "It",
                                List.of("Stephen King"),
                                List.of("Clowns"),
                                List.of("Derry cycle"))
                        .description("9789028424265"));
        shelf.add("Dirty Harry", List.of("Don Siegel"), List.of("Harry, Dirty"), List.of());
        shelf.add("Война и мир", "Лев Толстой");
        shelf.add("It ends with us", "Colleen Hoover");
        search = new CatalogueSearch(shelf, 2, background::add);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private List<Integer> found(String words) {
        return search.search(words, title -> true, 10);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "hemel, 0",
                "HEM, 0",
                "mulisch aansl, 1",
                "aanslag mulisch, 1",
                "etranger, 3",
                "l'étr, 3",
                "\u00C9TRANGER camus, 3",
                "clowns, 5",
                "derry cyc, 5",
                "978-90-284-2426-5, 5",
                "9028424261, 5",
                "толст, 7",
                "война мир, 7",
                "world war 1939, 1",
                "j k rowling, 2",
                "j.k. rowling, 2"
            })
    void findsTheTitle(String words, int title) {
        assertThat(found(words)).containsExactly(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mulisch potter", "emel", "hem ontdekking", "9789028424272"})
    void findsNothingWhereAWordIsMissing(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    void wordsOfTheTitleComeBeforeThoseOfTheAuthorAndThenTheLowerNumber() {
        assertThat(found("harry")).containsExactly(2, 6, 0, 1);
    }

    @Test
    void theTitleThatIsCalledJustSoComesFirst() {
        assertThat(found("it")).startsWith(5, 8);
        assertThat(found("it e")).containsExactly(8);
    }

    @Test
    void givesOnlyWhatMayBeShown() {
        assertThat(search.search("harry", title -> title.number() < 2, 10)).containsExactly(0, 1);
        assertThat(search.search("harry", title -> true, 2)).containsExactly(2, 6);
        assertThat(search.search("harry", title -> true, 0)).isEmpty();
    }

    @Test
    void looksFurtherWhereTheBestMayNotBeShown() {
        for (int i = 0; i < 300; i++) {
            shelf.add("Gardening", "Green");
        }
        search.catalogueChanged();
        background.remove().run();
        assertThat(search.search("gard", title -> title.number() >= 300, 3))
                .containsExactly(300, 301, 302);
    }

    @Test
    void followsTheCatalogue() {
        int kim = shelf.add("Kim", "Rudyard Kipling");
        shelf.describe(
                0,
                new Shelf.Told("Siegfried", List.of("Harry Mulisch"), List.of(), List.of())
                        .description());
        search.catalogueChanged();
        assertThat(found("kipling")).as("before").isEmpty();
        background.remove().run();
        assertThat(found("kipling")).containsExactly(kim);
        assertThat(found("siegf")).containsExactly(0);
        assertThat(found("hemel")).isEmpty();
        assertThat(found("mulisch")).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "*",
                "?",
                "***:***",
                "\"",
                "\\",
                "[a TO z]",
                "(((",
                "AND OR NOT",
                "a~2 b^9",
                "title:*",
                "/.*/",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\ud800",
                "' OR 1=1 --",
                "<script>"
            })
    void hostileInputFindsNothing(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    void endlessInputIsCut() {
        assertThat(found("x".repeat(10_000))).isEmpty();
        assertThat(found("(".repeat(10_000))).isEmpty();
        assertThat(found("harry ".repeat(2_000))).containsExactly(2, 6, 0, 1);
        assertThat(found("\ufdfa".repeat(10_000))).isEmpty();
    }

    @Test
    void aTitleWithoutEndIsFoundByItsFirstWords() {
        int endless = shelf.add("Endless " + "и".repeat(40_000), "Nobody");
        search.catalogueChanged();
        background.remove().run();
        assertThat(found("endless")).containsExactly(endless);
    }
}
