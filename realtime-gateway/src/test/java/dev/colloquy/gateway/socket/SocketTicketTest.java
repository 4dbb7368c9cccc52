package dev.colloquy.gateway.socket;

import static dev.colloquy.gateway.TestSocket.ORIGIN;
import static dev.colloquy.gateway.TestSocket.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SocketTicketTest {

    private static final String UNKNOWN = "ticket.00000000000000000000000000000000";

    @Inject
    Pool pool;

    @Test
    @DisplayName("R1: the ticket travels as a subprotocol, the answer is colloquy")
    void opensASocketForATicket() {
        var socket = Candidate.ofLiveInterview().connect();
        assertEquals("colloquy", socket.subprotocol());
        socket.close();
    }

    @Test
    void takesATicketOnce() {
        var ticket = Candidate.ofLiveInterview().ticket();
        TestSocket.open(ticket).close();
        assertEquals(401, refusal(ORIGIN, "colloquy", "ticket." + ticket));
    }

    @Test
    void refusesATicketThatHasExpired() {
        var candidate = Candidate.ofLiveInterview();
        var ticket = candidate.ticket();
        pool.preparedQuery("update ticket set expires_at = now() where interview_id = $1")
                .execute(Tuple.of(candidate.interview().value()))
                .await()
                .indefinitely();
        assertEquals(401, refusal(ORIGIN, "colloquy", "ticket." + ticket));
    }

    @Test
    void refusesATicketThatNobodyIssued() {
        assertEquals(401, refusal(ORIGIN, "colloquy", UNKNOWN));
        assertEquals(401, refusal(ORIGIN, "colloquy", "ticket.x"));
        assertEquals(401, refusal(ORIGIN, "colloquy"));
        assertEquals(401, refusal(ORIGIN, UNKNOWN));
    }

    @Test
    @DisplayName("G01: a foreign page is refused before 101, and costs the candidate no ticket")
    void refusesAForeignOrigin() {
        var ticket = Candidate.ofLiveInterview().ticket();
        assertEquals(403, refusal("https://evil.example", "colloquy", "ticket." + ticket));
        assertEquals(403, refusal("null", "colloquy", "ticket." + ticket));
        TestSocket.open(ticket).close();
    }

    @Test
    void refusesATicketThatTurnsUpOnAnotherPageOfOurs() {
        var candidate = Candidate.ofLiveInterview();
        assertEquals(403, refusal("https://other.example", "colloquy", "ticket." + candidate.ticket()));
        assertEquals(403, refusal(null, "colloquy", "ticket." + candidate.ticket()));
    }
}
