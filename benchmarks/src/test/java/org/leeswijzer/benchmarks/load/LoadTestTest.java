package org.leeswijzer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTestTest {

    @Test
    void asksThisMachine() {
        assertThat(LoadTest.local("http://127.0.0.1:8080/")).hasHost("127.0.0.1").hasPort(8080);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://leeswijzer.example/",
                "http://127.0.0.1@leeswijzer.example/",
                "http://127.0.0.1.leeswijzer.example/",
                "https://127.0.0.1/",
                "127.0.0.1:8080",
                "/v1",
                "not an address"
            })
    void asksNobodyElse(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadTest.local(url))
                .withMessageContaining(url);
    }
}
