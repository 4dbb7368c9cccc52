package dev.colloquy.gateway.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.call.SdpOffers;
import dev.colloquy.gateway.peers.Peers;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterviewSocketTest {

    private static final String HEARTBEAT = "{\"type\": \"heartbeat\"}";

    @Inject
    Pool pool;

    @Inject
    TenantTables tables;

    @Test
    void answersAHeartbeat() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(HEARTBEAT);
        assertEquals("heartbeat", socket.next().getString("type"));
        socket.close();
    }

    @Test
    void keepsTheSocketWhenAMessageMakesNoSense() {
        var socket = Candidate.ofLiveInterview().connect();

        socket.send("{");
        assertEquals("bad_message", socket.next().getString("code"));
        socket.send("{\"type\": \"sdp_offer\"}");
        assertEquals("bad_message", socket.next().getString("code"));
        socket.send("{\"type\": \"dance\"}");
        assertEquals("unknown_type", socket.next().getString("code"));
        socket.send("{\"no\": \"type\"}");
        assertEquals("unknown_type", socket.next().getString("code"));

        socket.send(HEARTBEAT);
        assertEquals("heartbeat", socket.next().getString("type"));
        socket.close();
    }

    @Test
    void takesIceCandidatesWithoutAnAnswer() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(
                "{\"type\": \"ice_candidate\", \"candidate\": \"candidate:1\", \"sdpMid\": \"0\", \"sdpMLineIndex\": 0}");
        socket.send(HEARTBEAT);
        assertEquals("heartbeat", socket.next().getString("type"));
        socket.close();
    }

    @Test
    void closesASocketThatSendsTooLongAMessage() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send("\"" + "x".repeat(65_536) + "\"");
        assertEquals(1009, socket.closeCode());
    }

    @Test
    void closesASocketThatSendsBinaryData() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.sendBinary(new byte[] {1});
        assertEquals(1003, socket.closeCode());
    }

    @Test
    @DisplayName("R6: more than 40 messages at once and 20 a second are too many")
    void closesASocketThatFloods() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        IntStream.range(0, 80).takeWhile(_ -> socket.isOpen()).forEach(_ -> trySend(socket));
        assertEquals(1008, socket.closeCode());
        assertEquals("flood", rowOf(candidate).getString("reason"));
    }

    @Test
    @DisplayName("R6: one seat per session")
    void closesTheOlderSocketOfASession() {
        var candidate = Candidate.ofLiveInterview();
        var older = candidate.connect();
        var newer = candidate.connect();

        assertEquals(4409, older.closeCode());
        newer.send(HEARTBEAT);
        assertEquals("heartbeat", newer.next().getString("type"));
        newer.close();
    }

    @Test
    @DisplayName("R6: one seat per session, also when the newer one is on another replica")
    void closesASocketWhoseSeatIsTakenElsewhere() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        var notice =
                "{\"interview\": \"%s\", \"olderThan\": \"2099-01-01T00:00:00Z\"}".formatted(candidate.interview());
        pool.preparedQuery("select pg_notify('seat_bulletin', $1)")
                .execute(Tuple.of(notice))
                .await()
                .indefinitely();
        assertEquals(4409, socket.closeCode());
    }

    @Test
    @DisplayName("G12: a message that cannot be served because of the database is answered, and the socket goes on")
    void keepsTheSocketWhenTheDatabaseFails() throws SQLException {
        var socket = Candidate.ofLiveInterview().connect();
        try (var owner = PostgresResource.ownerConnection("gateway");
                var statement = owner.createStatement()) {
            statement.execute("alter table journal_entry add constraint broken check (false) not valid");
            try {
                socket.send(SdpOffers.message(SdpOffers.named("-")));
                assertEquals("internal", socket.next().getString("code"));
            } finally {
                statement.execute("alter table journal_entry drop constraint broken");
            }
        }
        socket.send(SdpOffers.message(SdpOffers.named("-")));
        assertEquals("sdp_answer", socket.next().getString("type"));
        socket.close();
    }

    @Test
    void asksTheSessionServiceToEndTheInterview() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send("{\"type\": \"end_interview\"}");
        await().until(() -> Peers.session().wasEndedByUser(candidate.interview()));
        assertTrue(socket.isOpen());
        socket.close();
    }

    @Test
    @DisplayName("R6: how a socket came to its end is recorded")
    void recordsTheClosure() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send(HEARTBEAT);
        socket.next();
        socket.close();

        var row = rowOf(candidate);
        assertEquals(1000, row.getInteger("close_code"));
        assertEquals("client", row.getString("reason"));
        assertEquals(1, row.getInteger("received"));
        assertEquals(1, row.getInteger("sent"));
    }

    private Row rowOf(Candidate candidate) {
        return await().until(
                        () -> tables
                                .rows(
                                        "acme",
                                        "select * from connection where interview_id = $1",
                                        candidate.interview().value())
                                .stream()
                                .findFirst()
                                .orElse(null),
                        row -> row != null);
    }

    private static void trySend(TestSocket socket) {
        try {
            socket.send(HEARTBEAT);
        } catch (CompletionException e) {
            // Closed meanwhile, as it should be.
        }
    }
}
