package org.leeswijzer.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void isWhatEveryOtherToolSays() {
        assertThat(SecretHash.of("abc"))
                .hasToString(
                        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Property
    void isReadAsItIsWritten(@ForAll String secret, @ForAll String other) {
        SecretHash hash = SecretHash.of(secret);
        SecretHash read = SecretHash.parse("key", " " + hash.toString().toUpperCase(Locale.ROOT));
        assertThat(read).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash.equals(SecretHash.of(other))).isEqualTo(secret.equals(other));
    }

    @Test
    void aSecretThatWasPutWhereItsHashBelongsIsNotQuoted() {
        for (String wrong : new String[] {"hush-hush", "sha256:abcdef0123", "ba7816bf"}) {
            assertThatThrownBy(() -> SecretHash.parse("leeswijzer.tokens.ops", wrong))
                    .hasMessageContaining("leeswijzer.tokens.ops")
                    .hasMessageNotContaining(wrong);
        }
    }
}
