package dev.colloquy.booking.bearer;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;

/** The key that signs bearers (ES256). Read at start, so that a missing or foreign one stops the boot. */
@Startup
@Singleton
class CandidateKey {

    private final ECPrivateKey privateKey;
    private final EllipticCurveJsonWebKey publicKey;

    CandidateKey(BearerConfig config) throws IOException, GeneralSecurityException {
        this.privateKey = read(config.tokenKey());
        this.publicKey = new EllipticCurveJsonWebKey(publicHalf(privateKey));
        publicKey.setKeyId(publicKey.calculateBase64urlEncodedThumbprint("SHA-256"));
        publicKey.setAlgorithm("ES256");
        publicKey.setUse("sig");
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** The thumbprint of the public key (RFC 7638). */
    String id() {
        return publicKey.getKeyId();
    }

    /** The public key as a JSON web key set. */
    String keySet() {
        return new JsonWebKeySet(publicKey).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static ECPrivateKey read(Path file) throws IOException, GeneralSecurityException {
        var body = Files.readString(file).replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        var key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
        if (!key.getParams().getCurve().equals(EllipticCurves.P256.getCurve())) {
            throw new GeneralSecurityException("The candidates' token key must be on the curve P-256");
        }
        return key;
    }

    /** A PKCS#8 file need not hold the public point, and the JDK does not compute it. */
    private static ECPublicKey publicHalf(ECPrivateKey key) throws GeneralSecurityException {
        var generator = ECNamedCurveTable.getParameterSpec("secp256r1").getG();
        var point = generator.multiply(key.getS()).normalize();
        var w = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, key.getParams()));
    }
}
