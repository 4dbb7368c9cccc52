package dev.colloquy.session.secret;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals a tenant's secrets with AES-256-GCM: nonce (12 bytes), ciphertext, tag (16 bytes). Tenant and provider are
 * authenticated with it, so that a row moved to another tenant or provider cannot be opened.
 */
@ApplicationScoped
class Seal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "colloquy provider keys".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys;

    /** The current key first. */
    Seal(SecretsConfig config) {
        this.keys = Stream.concat(Stream.of(config.currentKey()), config.previousKey().stream())
                .map(Key::of)
                .toList();
    }

    private record Key(String id, SecretKey secret) {

        static Key of(String secret) {
            try {
                var derivation = HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                        .thenExpand(PURPOSE, KEY_BYTES);
                var key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
                return new Key(id(key), key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String id(SecretKey key) throws GeneralSecurityException {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(PURPOSE);
            return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, 8);
        }
    }

    boolean isCurrent(String keyId) {
        return keys.getFirst().id().equals(keyId);
    }

    Sealed seal(TenantId tenant, Provider provider, byte[] plain) {
        var key = keys.getFirst();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, tenant, provider).doFinal(plain);
            var bytes = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return new Sealed(key.id(), bytes.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when neither key opens it, or it is not what was sealed */
    byte[] open(TenantId tenant, Provider provider, Sealed sealed) {
        var key = keys.stream()
                .filter(known -> known.id().equals(sealed.keyId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key is configured with the id " + sealed.keyId()));
        var bytes = ByteBuffer.wrap(sealed.bytes());
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, tenant, provider).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A provider key of " + tenant + " was changed outside this service", e);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, TenantId tenant, Provider provider)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant + "|" + provider).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
