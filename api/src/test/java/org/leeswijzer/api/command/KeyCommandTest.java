package org.leeswijzer.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leeswijzer.api.service.SecretHash;

class KeyCommandTest {
    private static final Pattern SAID =
            Pattern.compile("key +(\\S+)\\s+setting +([^=\\s]+)=(sha256:[0-9a-f]{64})\\s+");

    private final Commands commands = new Commands();

    @Test
    void whatItShowsFitsTheSettingThatItNames() {
        Matcher library = make("--library", "zwolle");
        assertThat(library.group(2)).isEqualTo("leeswijzer.libraries.zwolle.keys");
        Matcher role = make("--role", "privacy");
        assertThat(role.group(2)).isEqualTo("leeswijzer.tokens.privacy");
        assertThat(role.group(1)).isNotEqualTo(library.group(1)).hasSizeGreaterThan(50);
    }

    private Matcher make(String... options) {
        assertThat(commands.run(List.of(options), "key")).isZero();
        Matcher said = SAID.matcher(commands.out());
        assertThat(said.matches()).as(commands.out()).isTrue();
        assertThat(SecretHash.of(said.group(1))).hasToString(said.group(3));
        return said;
    }

    @Test
    void itHasToKnowForWhom() {
        assertThat(commands.run(List.of(), "key")).isEqualTo(2);
        assertThat(commands.run(List.of("--role", "ops", "--library", "a"), "key")).isEqualTo(2);
        assertThat(commands.run(List.of("--role", "boss"), "key")).isEqualTo(2);
        assertThat(commands.run(List.of("--role", "front_end"), "key")).isEqualTo(1);
        assertThat(commands.err()).contains("give staff, privacy or ops, or --library");
        assertThat(commands.run(List.of("--library", "No!"), "key")).isEqualTo(1);
    }
}
