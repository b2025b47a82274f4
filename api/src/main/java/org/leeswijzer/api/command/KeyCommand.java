package org.leeswijzer.api.command;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.access.Role;
import org.leeswijzer.api.service.SecretHash;
import org.leeswijzer.engine.loan.Library;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key of a front-end, or a token of somebody of ours, and keeps neither. */
@Command(
        name = "key",
        description = {
            "Makes a new key for a library's front-end, or a new token for staff, privacy officers or ops.",
            "It is shown once and kept nowhere; the service is told its hash, beside those that are set already."
        },
        mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
    private static final int BYTES = 32;

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    /** One of the two. */
    private static final class Whose {
        @Option(
                names = {"-l", "--library"},
                paramLabel = "CODE",
                description = "Of this library's front-end.")
        private @Nullable String library;

        @Option(names = "--role", paramLabel = "ROLE", description = "Of staff, privacy or ops.")
        private @Nullable Role role;
    }

    @Override
    public Integer call() {
        String setting = setting();
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = "leeswijzer_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        spec.commandLine().getOut().printf("key      %s%n", key);
        spec.commandLine().getOut().printf("setting  %s=%s%n", setting, SecretHash.of(key));
        return 0;
    }

    private String setting() {
        if (whose.library != null) {
            return "leeswijzer.libraries.%s.keys".formatted(new Library(whose.library));
        }
        if (whose.role == null || whose.role == Role.FRONT_END) {
            throw new IllegalArgumentException(
                    "role is front-end: give staff, privacy or ops, or --library for a front-end");
        }
        return "leeswijzer.tokens." + whose.role.text();
    }
}
