package dev.colloquy.webhook.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W1 W2 W3 A provider's keys")
class KeyringTest {

    private static final Instant END = Instant.parse("2026-11-21T10:00:00Z");

    private final Keyring<String> keys = ring(Stream.of(
            Key.current("new"),
            Key.previous("old", Optional.of(END)),
            Key.previous("older", Optional.empty()),
            Key.previous("oldest", Optional.of(END.minusSeconds(60)))));

    @Test
    @DisplayName("W08: which one has signed is known")
    void tellsTheirAge() {
        assertEquals(Optional.of(KeyAge.CURRENT), signer(keys, END.minusNanos(1), "new"));
        assertEquals(Optional.of(KeyAge.PREVIOUS), signer(keys, END.minusNanos(1), "old"));
        assertEquals(Optional.of(KeyAge.PREVIOUS), signer(keys, END.minusNanos(1), "older"));
        assertEquals(Optional.empty(), signer(keys, END.minusNanos(1), "unknown"));
    }

    @Test
    @DisplayName("F5: one that has expired is refused from that moment on; one without an end counts for ever")
    void endsKeysInTime() {
        assertEquals(Reason.EXPIRED_KEY, refusal(END, "old"));
        assertEquals(Reason.EXPIRED_KEY, refusal(END.plusSeconds(1), "old"));
        assertEquals(Reason.EXPIRED_KEY, refusal(END.minusNanos(1), "oldest"));
        assertEquals(Optional.of(KeyAge.PREVIOUS), signer(keys, Instant.MAX, "older"));
        assertEquals(Optional.of(KeyAge.CURRENT), signer(keys, Instant.MAX, "new"));
    }

    @Test
    @DisplayName("a key that is there twice counts while one of its places does")
    void takesTheBestPlace() {
        var twice = ring(Stream.of(
                Key.current("new"), Key.previous("old", Optional.of(END)), Key.previous("old", Optional.empty())));
        var returned = ring(Stream.of(Key.current("old"), Key.previous("old", Optional.of(END))));

        assertEquals(Optional.of(KeyAge.PREVIOUS), signer(twice, END, "old"));
        assertEquals(Optional.of(KeyAge.CURRENT), signer(returned, END, "old"));
    }

    @Test
    @DisplayName("those that count are asked first, and no more than needed")
    void asksInOrder() {
        var asked = new ArrayList<String>();

        keys.signer(END, key -> {
            asked.add(key);
            return key.equals("older");
        });

        assertEquals("[new, older]", asked.toString());
    }

    private Reason refusal(Instant now, String key) {
        return assertThrows(WebhookRefused.class, () -> signer(keys, now, key)).reason();
    }

    private static Optional<KeyAge> signer(Keyring<String> keys, Instant now, String signer) {
        return keys.signer(now, signer::equals);
    }

    private static Keyring<String> ring(Stream<Key<String>> keys) {
        return new Keyring<>(Provider.LIVEKIT, keys);
    }
}
