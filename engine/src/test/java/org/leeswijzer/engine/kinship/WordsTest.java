package org.leeswijzer.engine.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "De Ontdekking van de HEMEL, de ontdekking van de hemel",
                "Groß & Œuvre, gross oeuvre",
                "e\u0301te\u0301, ete",
                "L\u2019étranger, l etranger",
                "J.R.R. Tolkien, j r r tolkien",
                "Ёлка; Йод, елка иод",
                "坂の上, 坂 の 上",
                "ﬁction, fiction",
                "\"Nineteen-84 (rev. ed.)\", nineteen 84 rev ed",
                "한국어, 한국어"
            })
    void cutsFoldsAndLowers(String text, String words) {
        assertThat(Words.joined(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de het een van",
                "The of AND a",
                "La l' du et d\u2019",
                "Der die das für",
                "и на с",
                "",
                " .,;!?'\"()[]{}\\/*~^:+-&|"
            })
    void leavesNothingOfWordsThatTellNothing(String text) {
        assertThat(Words.telling(text)).isEmpty();
    }

    @Test
    void keepsWhatIsAStopwordInOneLanguageAndMeansSomethingInAnother() {
        assertThat(Words.telling("War and Man; her son, will, hat"))
                .containsExactly("war", "man", "her", "son", "will", "hat");
    }

    @Test
    void cutsAWordWithoutEnd() {
        assertThat(Words.all("x".repeat(10_000))).allMatch(word -> word.length() <= 255);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Albert Camus | albert camus",
                "Camus, Albert, 1913-1960. | albert camus",
                "CAMUS, Albert (1913-1960) | albert camus",
                "Camus, Albert 1913-1960 | albert camus",
                "Müller, Herta, 1953- | herta muller",
                "Tolkien, J. R. R. (John Ronald Reuel), 1892-1973 | j r r tolkien",
                "J.R.R. Tolkien | j r r tolkien",
                "Homer, active approximately 750 B.C. | homer",
                "Сапин, Михаил Романович (анатомия ; 19251019). | михаил романович сапин",
                "50 Cent | 50 cent",
                "Blink-182 | 182 blink",
                "Multatuli | multatuli"
            })
    void writesANameInOneWay(String name, String author) {
        assertThat(Names.author(name)).isEqualTo(author);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ", 1913-1960", "(onbekend)", "---"})
    void aNameOfNobodyIsEmpty(String name) {
        assertThat(Names.author(name)).isEmpty();
    }
}
