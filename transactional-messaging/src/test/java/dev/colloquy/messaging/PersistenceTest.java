package dev.colloquy.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    @DisplayName("S7: a transaction is run again until the database is back")
    void outlastsAnOutage() {
        var outcome = Persistence.whileAway(
                () -> attempts.incrementAndGet() < 3
                        ? refused()
                        : Uni.createFrom().item("done"),
                LONG);
        assertEquals("done", outcome.await().atMost(LONG));
        assertEquals(3, attempts.get());
    }

    @Test
    @DisplayName("K11: what is away for too long is told, with its cause")
    void givesUpWhenPatienceIsOver() {
        var away = assertThrows(DatabaseAway.class, () -> run(PersistenceTest::refused));
        assertTrue(Outage.isBehind(away));
        assertTrue(Stream.<Throwable>iterate(away, Throwable::getCause)
                .takeWhile(Objects::nonNull)
                .anyMatch(ConnectException.class::isInstance));
    }

    @Test
    @DisplayName("K11: a database that does not answer is given up, too")
    void givesUpOnSilence() {
        assertThrows(DatabaseAway.class, () -> run(() -> Uni.createFrom().nothing()));
    }

    @Test
    void doesNotRepeatAMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> run(() -> {
                    attempts.incrementAndGet();
                    return Uni.createFrom().failure(new IllegalArgumentException("no"));
                }));
        assertEquals(1, attempts.get());
    }

    private static void run(Supplier<Uni<String>> transaction) {
        Persistence.whileAway(transaction, SHORT, SHORT).await().atMost(LONG);
    }

    private static Uni<String> refused() {
        return Uni.createFrom().failure(new ConnectException("refused"));
    }
}
