package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that say all that LiveKit's say, and are signed by other rules. */
final class ForgedTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String payload;
    private final String secret;

    private ForgedTokens(byte[] body, Instant now, String secret) {
        this.payload = """
                {"iss":"key-1","iat":%d,"nbf":%<d,"exp":%d,"sha256":"%s"}""".formatted(now.getEpochSecond(), now.getEpochSecond() + 300, LiveKitTokens.hash(body));
        this.secret = secret;
    }

    static Stream<String> of(byte[] body, Instant now, String secret) {
        var tokens = new ForgedTokens(body, now, secret);
        return Stream.of(tokens.unsigned(), tokens.otherMacs(), tokens.otherKeys(), tokens.keyPairs(), tokens.headers())
                .flatMap(forged -> forged);
    }

    /** No algorithm, or a right one without a signature. */
    private Stream<String> unsigned() {
        return Stream.of("none", "None", "NONE", "nOnE", "none ", "", "HS256", "hs256")
                .map(ForgedTokens::header)
                .flatMap(header -> Stream.of(
                        signed(header) + ".",
                        signed(header),
                        signed(header) + ".AA",
                        signed(header) + "." + BASE64.encodeToString(new byte[32])));
    }

    /** The right secret, but another hash, or another name for it. */
    private Stream<String> otherMacs() {
        var others = Stream.of("HmacSHA384", "HmacSHA512", "HmacSHA1", "HmacMD5", "HmacSHA512/256")
                .flatMap(algorithm -> Stream.of("HS256", "HS384", "HS512", "HS1")
                        .map(name -> mac(header(name), algorithm, secret.getBytes(UTF_8))));
        var names = Stream.of("HS384", "HS512", "hs256", "HS256 ", "HMAC256", "RS256", "ES256", "PS256", "EdDSA", "dir")
                .map(name -> mac(header(name), "HmacSHA256", secret.getBytes(UTF_8)));
        return Stream.concat(others, names);
    }

    /** The right algorithm, with what somebody who does not know the secret may take for it. */
    private Stream<String> otherKeys() {
        var header = header("HS256");
        return Stream.of(
                        "key-1",
                        "key-2",
                        "secret",
                        "\0",
                        " ",
                        secret.toUpperCase(Locale.ROOT),
                        secret + " ",
                        secret + "\n",
                        Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)))
                .map(key -> mac(header, "HmacSHA256", key.getBytes(UTF_8)));
    }

    /** A key pair of the forger's, and its public key as if it were the secret. */
    private Stream<String> keyPairs() {
        var rsa = keyPair("RSA", 2048);
        var curve = keyPair("EC", 256);
        return Stream.of(
                signature(header("RS256"), "SHA256withRSA", rsa),
                signature(header("HS256"), "SHA256withRSA", rsa),
                signature(header("ES256"), "SHA256withECDSAinP1363Format", curve),
                signature(header("HS256"), "SHA256withECDSAinP1363Format", curve),
                mac(header("HS256"), "HmacSHA256", rsa.getPublic().getEncoded()),
                mac(header("RS256"), "HmacSHA256", rsa.getPublic().getEncoded()));
    }

    /** Headers that tell which key to take, or to understand something unheard of, or say something twice. */
    private Stream<String> headers() {
        var mine = "a-key-of-the-forger-who-has-no-other".getBytes(UTF_8);
        var jwk = "{\"kty\":\"oct\",\"k\":\"" + BASE64.encodeToString(mine) + "\"}";
        var forged = Stream.of(
                        "\"jwk\":" + jwk,
                        "\"jku\":\"http://localhost/keys\"",
                        "\"kid\":\"../../dev/null\"",
                        "\"x5c\":[]")
                .map(more -> mac("{\"alg\":\"HS256\"," + more + "}", "HmacSHA256", mine));
        var confused = Stream.of(
                        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                        "{\"alg\":\"HS256\",\"alg\":\"none\"}",
                        "{\"alg\":[\"HS256\"]}",
                        "{\"alg\":null}",
                        "{\"alg\":256}",
                        "{}",
                        "[]",
                        "",
                        "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}",
                        "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}")
                .map(header -> mac(header, "HmacSHA256", secret.getBytes(UTF_8)));
        return Stream.concat(forged, confused);
    }

    private String mac(String header, String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return signed(header) + "."
                    + BASE64.encodeToString(mac.doFinal(signed(header).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signature(String header, String algorithm, KeyPair keys) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(keys.getPrivate());
            signature.update(signed(header).getBytes(UTF_8));
            return signed(header) + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String header) {
        return List.of(header, payload).stream()
                .map(part -> BASE64.encodeToString(part.getBytes(UTF_8)))
                .reduce((first, second) -> first + "." + second)
                .orElseThrow();
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    }

    private static KeyPair keyPair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
