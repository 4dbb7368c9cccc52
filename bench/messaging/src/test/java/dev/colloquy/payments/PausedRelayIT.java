package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.payments.trial.Replica;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A relay that stands still, for a long collection or a frozen machine, loses its turn and spoils nothing. */
class PausedRelayIT {

    private static final String DELIVERY_TIMEOUT = "colloquy.messaging.delivery-timeout=1s";
    /** A relay loses its turn after four delivery timeouts; the other one looks every second. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(8);

    @Test
    @DisplayName("K04: a relay paused at work is relieved, and marks and reorders nothing when it goes on")
    void isRelievedWhilePaused() {
        pauseFor(Duration.ofSeconds(1), "k04");
    }

    @Test
    @Tag("long")
    @DisplayName("K04: a relay paused at work for a minute is relieved, and spoils nothing when it goes on")
    void isRelievedWhilePausedForLong() {
        pauseFor(Duration.ofSeconds(60), "k04long");
    }

    private static void pauseFor(Duration time, String name) {
        try (var trial = Trial.named(name)) {
            var victim = trial.launch(DELIVERY_TIMEOUT);
            var writer = trial.start(DELIVERY_TIMEOUT);
            victim.awaitReady();
            noteMarks(trial);
            writer.load("perSecond=300");
            pauseAtWork(trial, victim);
            var waiting = trial.database().count("select max(seq) from outbox_message");
            await("the other relay took over").atMost(TAKEN_OVER).until(() -> isPublished(trial, waiting));
            trial.letRun(time);
            victim.resume();
            trial.letRun(Duration.ofSeconds(1));
            writer.stopLoad();
            trial.settled(Duration.ofMinutes(5)).assertBalanced();
            assertEquals(List.of(), trial.database().texts("select seq from mark group by seq having count(*) > 1"));
        }
    }

    /** Pauses the replica at a moment when its relay holds the lock. */
    private static void pauseAtWork(Trial trial, Replica victim) {
        await("the relay is at work").pollInterval(Duration.ofMillis(1)).until(() -> {
            if (isAtWork(trial, victim)) {
                victim.pause();
                if (isAtWork(trial, victim)) {
                    return true;
                }
                victim.resume();
            }
            return false;
        });
    }

    private static boolean isAtWork(Trial trial, Replica replica) {
        return trial.database().relayAtWork().contains(replica.name());
    }

    private static boolean isPublished(Trial trial, long seq) {
        return trial.database().count("select count(published_at) from outbox_message where seq = ?", seq) == 1;
    }

    /** Whoever marks a row as published leaves a note. */
    private static void noteMarks(Trial trial) {
        trial.database().run("""
                create table mark (seq bigint);
                create function note_mark() returns trigger language plpgsql security definer as
                $$
                begin
                    insert into mark values (new.seq);
                    return null;
                end
                $$;
                create trigger note_mark after update of published_at on outbox_message
                    for each row execute function note_mark()""");
    }
}
