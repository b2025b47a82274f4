package org.leeswijzer.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9789028424265",
                "978-90-284-2426-5",
                "90-284-2426-1",
                "9028424261",
                "9028424261 (geb.)",
                "978 90 284 2426 5 : \u20ac 18,50"
            })
    void readsWhatCataloguesWrite(String text) {
        assertThat(Isbn.find(text)).map(Isbn::digits).hasValue("9789028424265");
    }

    @Test
    void readsTheCheckDigitTen() {
        assertThat(Isbn.find("080442957x")).map(Isbn::digits).hasValue("9780804429573");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geb.",
                "9028424264",
                "9789028424266",
                "978902842426",
                "97890284242651",
                "1234567890123"
            })
    void findsNoneWhereThereIsNone(String text) {
        assertThat(Isbn.find(text)).isEmpty();
    }

    @Property
    void isNeverThrownOffByText(@ForAll String text) {
        Isbn.find(text).ifPresent(isbn -> assertThat(Isbn.find(isbn.digits())).hasValue(isbn));
    }

    @Test
    void refusesAWrongCheckDigitWithTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Isbn("9789028424266"))
                .withMessageContaining("9789028424266");
    }
}
