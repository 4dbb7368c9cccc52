package dev.colloquy.webhook.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.signature.SettableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import livekit.LivekitModels.Room;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W5 The rooms that are open")
class OpenRoomsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T15:00:00Z"));
    private int questions;
    private boolean away;
    private final OpenRooms rooms = new OpenRooms(this::answer, INTERVAL, clock);

    @Test
    @DisplayName("cost ten questions a minute, where 300 that are watched cost 300")
    void costOneQuestionForMany() {
        int watched = 300;
        int minutes = 60;
        var between = INTERVAL.dividedBy(watched);
        for (int i = 0; i < watched * minutes; i++) {
            assertTrue(find("iv_1").isPresent());
            clock.jump(between);
        }

        assertEquals(10 * minutes, questions);
    }

    @Test
    @DisplayName("are asked for anew whenever the same one is looked for again")
    void areNeverTheSameAnswerForOneRoom() {
        for (int i = 1; i <= 3; i++) {
            find("iv_1");
            assertEquals(i, questions);
            clock.jump(INTERVAL);
        }
        clock.jump(INTERVAL.multipliedBy(-10));
        find("iv_1");
        assertEquals(4, questions);
    }

    @Test
    void areAskedForAgainAfterAFailure() {
        away = true;
        assertThrows(CompletionException.class, () -> find("iv_1"));
        away = false;

        assertTrue(find("iv_1").isPresent());
        assertTrue(find("iv_2").isEmpty());
        assertEquals(2, questions);
    }

    private Optional<Room> find(String name) {
        return rooms.find(name).subscribeAsCompletionStage().join();
    }

    private Uni<List<Room>> answer() {
        questions++;
        return away
                ? Uni.createFrom().failure(() -> new IllegalStateException("LiveKit is away"))
                : Uni.createFrom()
                        .item(List.of(Room.newBuilder().setName("iv_1").build()));
    }
}
