package dev.colloquy.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.gateway.ticket.TicketService;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DepartureTest {

    @Inject
    InterviewAudience audience;

    @Inject
    TicketService tickets;

    @Inject
    JournalService journal;

    @Inject
    SocketConfig config;

    @Inject
    Occupancy occupancy;

    @Inject
    Clock clock;

    @Test
    @DisplayName("R6: before a replica stops it sends its sockets elsewhere")
    void sendsTheSocketsElsewhere() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send("{\"type\": \"heartbeat\"}");
        socket.next();

        new Departure(audience, config).begin(new ShutdownDelayInitiatedEvent());

        var word = socket.next();
        assertEquals("reconnect", word.getString("type"));
        assertTrue(word.getLong("afterMs") <= 3000);
        assertEquals(1012, socket.closeCode());
    }

    @Test
    void takesNoNewSocketsAfterwards() {
        var departure = new Departure(audience, config);
        departure.begin(new ShutdownDelayInitiatedEvent());

        var result = new SocketTicket(tickets, journal, config, occupancy, departure, clock)
                .perform(null)
                .await()
                .indefinitely();

        assertEquals(503, result.getHttpResponseCode());
    }
}
