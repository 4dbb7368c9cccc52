package dev.colloquy.gateway.seat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.call.SdpOffers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other services are told of connections. */
@QuarkusTest
class ConnectionEventsTest {

    @Inject
    KafkaEvents kafka;

    @Inject
    TenantTables tables;

    @Test
    @DisplayName("S9: an answered offer connects media, a socket that goes by itself is lost")
    void tellsOfMediaAndOfTheirLoss() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        placeCall(socket);
        placeCall(socket);
        socket.close();

        var connection = rows(candidate, 1).getFirst().getUUID("id").toString();
        var lost = events(candidate, "connection_lost", 1).getFirst();
        assertEquals(connection, lost.path("connectionId").asText());
        assertEquals(1000, lost.path("closeCode").asInt());
        var connected = events(candidate, "media_connected", 1);
        assertEquals(1, connected.size());
        assertEquals(connection, connected.getFirst().path("connectionId").asText());
    }

    @Test
    @DisplayName("S9: a broken socket is lost")
    void tellsOfABrokenSocket() {
        var candidate = Candidate.ofLiveInterview();
        candidate.connect().abort();

        var lost = events(candidate, "connection_lost", 1).getFirst();
        var row = rows(candidate, 1).getFirst();
        assertEquals(row.getUUID("id").toString(), lost.path("connectionId").asText());
    }

    @Test
    @DisplayName("S9: a seat that a newer socket has taken is not lost")
    void saysNothingOfASeatThatIsTaken() {
        var candidate = Candidate.ofLiveInterview();
        var older = candidate.connect();
        var newer = candidate.connect();
        older.closeCode();
        rows(candidate, 1);
        newer.close();

        var taken = rows(candidate, 2).stream()
                .filter(row -> row.getString("reason").equals("client"))
                .findFirst()
                .orElseThrow();
        var lost = events(candidate, "connection_lost", 1);
        assertEquals(
                List.of(taken.getUUID("id").toString()),
                lost.stream().map(event -> event.path("connectionId").asText()).toList());
    }

    @Test
    @DisplayName("S9: a candidate who comes back while his call goes on is connected")
    void tellsThatMediaGoOnOverANewSocket() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        placeCall(socket);
        socket.close();
        rows(candidate, 1);

        var next = candidate.connect();

        assertEquals(2, events(candidate, "media_connected", 2).size());
        next.close();
    }

    @Test
    @DisplayName("S9: an ending is not a loss")
    void saysNothingOfASocketThatIsClosedByTheEnd() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        tables.rows(
                "acme",
                "insert into ended_interview values ($1, 'acme', now())",
                candidate.interview().value());
        socket.closeCode();

        rows(candidate, 1);
        assertEquals(
                List.of(),
                tables.rows(
                        "acme",
                        "select from outbox_message where key = $1",
                        candidate.interview().toString()));
    }

    private static void placeCall(TestSocket socket) {
        socket.send(SdpOffers.message(SdpOffers.named("-")));
        assertEquals("sdp_answer", socket.next().getString("type"));
    }

    private List<Row> rows(Candidate candidate, int count) {
        return await().until(
                        () -> tables.rows(
                                "acme",
                                "select * from connection where interview_id = $1",
                                candidate.interview().value()),
                        found -> found.size() == count);
    }

    private List<JsonNode> events(Candidate candidate, String type, int count) {
        var events = kafka.eventsOf(
                "connection-events",
                candidate.interview(),
                found -> found.stream().filter(event -> isOf(event, type)).count() >= count);
        return events.stream().filter(event -> isOf(event, type)).toList();
    }

    private static boolean isOf(JsonNode event, String type) {
        return event.path("type").asText().equals(type);
    }
}
