package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/** An API key with what checks its signatures, which is HS256 and no other algorithm. Safe to use in parallel. */
final class LiveKitKey {

    private static final AlgorithmConstraints ONLY_HS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

    private final String id;
    private final JwtConsumer signature;

    LiveKitKey(String id, String secret) {
        this.id = id;
        this.signature = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ONLY_HS256)
                .setVerificationKey(new HmacKey(secret.getBytes(UTF_8)))
                .setRelaxVerificationKeyValidation()
                .setSkipAllDefaultValidators()
                .build();
    }

    boolean isNamedBy(LiveKitToken token) {
        return id.equals(token.issuer());
    }

    boolean hasSigned(LiveKitToken token) {
        try {
            signature.processContext(token.context());
            return true;
        } catch (InvalidJwtException _) {
            return false;
        }
    }
}
