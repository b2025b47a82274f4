package org.leeswijzer.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leeswijzer.engine.loan.Library;
import org.leeswijzer.engine.loan.PatronKey;

class PseudonymiserTest {
    private static final Library NOORD = new Library("noord");

    @TempDir private Path folder;

    @Test
    void isHmacSha256OfAKindAndTheNumber() {
        // python3 -c "import hmac;print(hmac.new(bytes(32), b'p' + b'12345',
        // 'sha256').hexdigest()[:32])"
        PatronKey key = new Pseudonymiser(new byte[32]).patron("12345");
        assertThat("%016x%016x".formatted(key.high(), key.low()))
                .isEqualTo("112d43550e54993f34d39b79378ddc0d");
    }

    @Test
    void onePatronOfTwoLibrariesHasTwoPseudonyms() {
        Secrets secrets = secrets();
        assertThat(secrets.pseudonymiser(NOORD).patron("1"))
                .isNotEqualTo(secrets.pseudonymiser(new Library("zuid")).patron("1"));
    }

    @Test
    void aPatronNumberAndALoanIdThatAreEqualHaveKeysThatAreNot() {
        Pseudonymiser pseudonymiser = new Pseudonymiser(new byte[32]);
        assertThat(pseudonymiser.patron("1").high()).isNotEqualTo(pseudonymiser.loan("1").high());
    }

    @Test
    void aSecretIsMadeOnceForItsOwnerAlone() throws IOException {
        PatronKey before = secrets().pseudonymiser(NOORD).patron("1");
        assertThat(secrets().pseudonymiser(NOORD).patron("1")).isEqualTo(before);
        Path file = folder.resolve("noord.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aSecretThatWasCutOffIsRefusedRatherThanReplaced() throws IOException {
        Files.write(folder.resolve("noord.secret"), new byte[31]);
        assertThatIllegalStateException()
                .isThrownBy(() -> secrets().pseudonymiser(NOORD))
                .withMessageContaining("31 bytes")
                .withMessageContaining("noord.secret");
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonymiser(new byte[16]));
    }

    @Test
    void aPseudonymIsNotWrittenOut() {
        assertThat(new PatronKey(0x1234, 0x5678).toString())
                .doesNotContain("1234", "4660", "5678", "22136");
    }

    private Secrets secrets() {
        return new Secrets(folder, new SecureRandom());
    }
}
