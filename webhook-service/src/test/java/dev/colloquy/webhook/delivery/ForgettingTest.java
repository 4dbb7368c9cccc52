package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W6 Deliveries whose time is over")
class ForgettingTest {

    @Test
    void areDeletedWithWhatConflictsWithThem() throws SQLException {
        var mark = UUID.randomUUID().toString();
        send(mark, "room_started");
        send(mark, "room_finished");
        var first = Deliveries.containing(mark).getFirst().id();

        assertEquals(30, keptFor(first).toDays());
        makeDue(first);

        Awaitility.await()
                .untilAsserted(() -> assertTrue(Deliveries.containing(mark).isEmpty()));
    }

    private static void send(String mark, String kind) {
        assertEquals(204, Sender.livekit("{\"event\":\"%s\",\"id\":\"%s\"}".formatted(kind, mark)));
    }

    private static Duration keptFor(UUID delivery) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement("""
                        select round(extract(epoch from due_at - created_at)) from leased_work
                        where queue = 'forget-delivery' and key = ?""")) {
            query.setString(1, delivery.toString());
            var row = query.executeQuery();
            assertTrue(row.next());
            return Duration.ofSeconds(row.getLong(1));
        }
    }

    private static void makeDue(UUID delivery) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var update = database.prepareStatement("""
                        update leased_work set due_at = now() where queue = 'forget-delivery' and key = ?""")) {
            update.setString(1, delivery.toString());
            assertEquals(1, update.executeUpdate());
        }
    }
}
