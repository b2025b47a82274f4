package org.leeswijzer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {
    @ParameterizedTest
    @CsvSource({
        "0,",
        "2,",
        "3,3+",
        "4,3+",
        "5,5+",
        "19,10+",
        "20,20+",
        "9999,5000+",
        "1000000,10000+"
    })
    void aNumberOfPatronsIsToldByItsStep(int patrons, String bucket) {
        assertThat(Bucket.of(patrons)).isEqualTo(bucket);
    }
}
