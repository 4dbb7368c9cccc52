package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An EC P-256 key that signs tokens (ES256) and shows its public half. */
final class SigningKey {

    private final PublicJsonWebKey key;

    private SigningKey(PublicJsonWebKey key) {
        this.key = key;
    }

    static SigningKey generate() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            key.setUse("sig");
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("No EC key could be made", e);
        }
    }

    /** The key kept in the file, which is made (for its owner's eyes only) if it is not there. */
    static SigningKey keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, generate().toJson());
            }
            return ofJson(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SigningKey ofJson(String json) {
        try {
            return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(json));
        } catch (JoseException e) {
            throw new IllegalStateException("The kept signing key is damaged", e);
        }
    }

    /** With the private half. */
    String toJson() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The private half as PKCS#8 PEM. */
    String toPem() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(privateKey().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    String publicKeySet() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(Map<String, Object> claims, String type) {
        var signature = new JsonWebSignature();
        var payload = new JwtClaims();
        claims.forEach(payload::setClaim);
        signature.setPayload(payload.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", type);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    PublicJsonWebKey publicKey() {
        return key;
    }

    private ECPrivateKey privateKey() {
        return (ECPrivateKey) key.getPrivateKey();
    }
}
