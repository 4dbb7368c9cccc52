package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.Party.Check;
import dev.colloquy.webhook.signature.Party.Old;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F5, step by step as docs/operations.md tells it. */
@DisplayName("W1 W2 W3 Rotation of a provider's key")
class RotationTest {

    private static final Duration OVERLAP = Duration.ofHours(2);
    private static final int EVENTS = 400;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicReferenceArray<Check> replicas = new AtomicReferenceArray<>(2);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        senders.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F5: three times under load, no valid event is refused, and each old key ends at its moment")
    void refusesNoValidEvent(Party party) {
        replicas.set(0, party.check(clock, 1));
        replicas.set(1, party.check(clock, 1));
        for (int old = 1; old <= 3; old++) {
            rotate(party, old, old + 1);
        }
    }

    private void rotate(Party party, int old, int next) {
        var end = clock.instant().plus(OVERLAP);
        var meanwhile = load(party, old, old);
        replicas.set(0, party.check(clock, next, new Old(old, end)));
        replicas.set(1, party.check(clock, next, new Old(old, end)));
        accepted(meanwhile);
        assertEquals(EVENTS / 2, accepted(load(party, old, next)));
        assertEquals(EVENTS, accepted(load(party, next, next)));

        clock.set(end.minusMillis(1));
        assertEquals(KeyAge.PREVIOUS, send(party, 0, old));
        assertEquals(KeyAge.CURRENT, send(party, 1, next));

        clock.set(end);
        for (int replica : List.of(0, 1)) {
            var refused = assertThrows(WebhookRefused.class, () -> send(party, replica, old));
            assertEquals(Reason.EXPIRED_KEY, refused.reason());
            assertEquals(KeyAge.CURRENT, send(party, replica, next));
        }
    }

    /** Events in parallel to both replicas, signed in turn with the one and the other key. */
    private List<Future<KeyAge>> load(Party party, int even, int odd) {
        return IntStream.range(0, EVENTS)
                .mapToObj(event -> senders.submit(() -> send(party, event / 2 % 2, event % 2 == 0 ? even : odd)))
                .toList();
    }

    /** How many of them the key in use has proven; all others an older one. */
    private static long accepted(List<Future<KeyAge>> load) {
        return load.stream()
                .filter(event -> assertDoesNotThrow(() -> event.get()) == KeyAge.CURRENT)
                .count();
    }

    private KeyAge send(Party party, int replica, int key) {
        var body = "{\"event\":\"room_started\"}".getBytes(UTF_8);
        return replicas.get(replica).verify(body, party.sign(body, clock.instant(), key));
    }
}
