package dev.colloquy.session.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X9: the seal of provider keys")
class SealTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String OLD = "an-old-secret-of-more-than-32-characters";
    private static final String NEW = "a-new-secret-of-more-than-32-characters";
    private static final byte[] PLAIN = "sk-of-acme".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = seal(OLD, null);

    @Test
    void opensWhatItSealedAndSealsNothingTwiceAlike() {
        var sealed = seal.seal(ACME, Provider.OPENAI, PLAIN);
        assertArrayEquals(PLAIN, seal.open(ACME, Provider.OPENAI, sealed));
        assertFalse(new String(sealed.bytes(), StandardCharsets.ISO_8859_1).contains("sk-of-acme"));
        assertFalse(Arrays.equals(
                sealed.bytes(), seal.seal(ACME, Provider.OPENAI, PLAIN).bytes()));
        assertEquals(12 + PLAIN.length + 16, sealed.bytes().length);
    }

    @Test
    void opensNothingThatWasMovedToAnotherTenantOrProvider() {
        var sealed = seal.seal(ACME, Provider.OPENAI, PLAIN);
        var globex = new TenantId("globex");
        assertThrows(IllegalStateException.class, () -> seal.open(globex, Provider.OPENAI, sealed));
        assertThrows(IllegalStateException.class, () -> seal.open(ACME, Provider.LIVEKIT, sealed));
    }

    @Test
    void opensNothingThatWasChanged() {
        var sealed = seal.seal(ACME, Provider.OPENAI, PLAIN);
        sealed.bytes()[15] ^= 1;
        assertThrows(IllegalStateException.class, () -> seal.open(ACME, Provider.OPENAI, sealed));
    }

    @Test
    void knowsThePreviousKeyDuringARotationAndNoOther() {
        var sealed = seal.seal(ACME, Provider.OPENAI, PLAIN);
        var rotating = seal(NEW, OLD);
        assertFalse(rotating.isCurrent(sealed.keyId()));
        assertArrayEquals(PLAIN, rotating.open(ACME, Provider.OPENAI, sealed));
        var anew = rotating.seal(ACME, Provider.OPENAI, PLAIN);
        assertTrue(rotating.isCurrent(anew.keyId()));
        assertNotEquals(sealed.keyId(), anew.keyId());
        assertThrows(IllegalStateException.class, () -> seal(NEW, null).open(ACME, Provider.OPENAI, sealed));
    }

    static Seal seal(String current, @Nullable String previous) {
        var keys = new HashMap<>(Map.of("colloquy.session.secrets.current-key", current));
        if (previous != null) {
            keys.put("colloquy.session.secrets.previous-key", previous);
        }
        return new Seal(SecretsConfigTest.read(keys));
    }
}
