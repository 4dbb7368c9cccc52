package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
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
        var young = UUID.randomUUID().toString();
        send(young, "room_started");

        makeOlder(Deliveries.containing(mark).getFirst().id(), 31);
        makeOlder(Deliveries.containing(young).getFirst().id(), 29);

        Awaitility.await()
                .untilAsserted(() -> assertTrue(Deliveries.containing(mark).isEmpty()));
        assertEquals(1, Deliveries.containing(young).size());
    }

    private static void send(String mark, String kind) {
        assertEquals(204, Sender.livekit("{\"event\":\"%s\",\"id\":\"%s\"}".formatted(kind, mark)));
    }

    private static void makeOlder(UUID delivery, int days) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var update = database.prepareStatement(
                        "update delivery set received_at = received_at - ? * interval '1 day' where id = ?")) {
            update.setInt(1, days);
            update.setObject(2, delivery);
            assertEquals(1, update.executeUpdate());
        }
    }
}
