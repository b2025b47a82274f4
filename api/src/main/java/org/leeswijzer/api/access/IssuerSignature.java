package org.leeswijzer.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import java.security.Key;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Whether a token was signed by the issuer: with one of its keys, and with an algorithm that needs a private one. */
final class IssuerSignature implements ReactiveSignatureConfiguration<SignedJWT> {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final JWSKeySelector<SecurityContext> keys;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    IssuerSignature(IssuerKeys keys) {
        this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }

    /** Fails with a {@link com.nimbusds.jose.KeySourceException} if there are no keys to hold it against. */
    @Override
    public Publisher<Boolean> verify(SignedJWT token) {
        return Mono.fromCallable(() -> isSigned(token));
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        for (Key key : keys.selectJWSKeys(header, null)) {
            if (token.verify(verifiers.createJWSVerifier(header, key))) {
                return true;
            }
        }
        return false;
    }
}
