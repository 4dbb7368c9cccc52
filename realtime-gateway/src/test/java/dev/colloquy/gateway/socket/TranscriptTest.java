package dev.colloquy.gateway.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns that a client tells over its socket. */
@QuarkusTest
class TranscriptTest {

    private static final String TURN = """
            {"itemId": "%s", "speaker": "candidate", "text": "Hello", "startedAt": "2026-01-01T10:00:00Z"}""";

    @Test
    @DisplayName("R3: turns of a client are stored in its name, and acknowledged once they are")
    void acknowledgesWhatIsStored() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send(turns("a", "b"));

        assertAck(socket, "a", "b");
        var batch = new JsonPath(Peers.session().batches(candidate.interview()).getFirst());
        assertEquals("client", batch.getString("source"));
        assertEquals(List.of("a", "b"), batch.getList("entries.item_id"));
        assertEquals("candidate", batch.getString("entries[0].speaker"));
        assertEquals("2026-01-01T10:00:00Z", batch.getString("entries[0].timestamp"));
        socket.close();
    }

    @Test
    @DisplayName("R3: with session-service down nothing is acknowledged, the socket stays, and a resend is stored")
    void acknowledgesNothingWhileSessionServiceIsDown() {
        var candidate = Candidate.ofLiveInterview();
        Peers.session().refuseTranscripts(candidate.interview(), 503);
        var socket = candidate.connect();
        socket.send(turns("a"));
        assertEquals("session_unavailable", socket.next().getString("code"));

        Peers.session().refuseTranscripts(candidate.interview(), 200);
        socket.send(turns("a"));
        assertAck(socket, "a");
        socket.close();
    }

    @Test
    void saysWhenTheTranscriptIsClosed() {
        var candidate = Candidate.ofLiveInterview();
        Peers.session().refuseTranscripts(candidate.interview(), 409);
        var socket = candidate.connect();
        socket.send(turns("a"));
        assertEquals("transcript_closed", socket.next().getString("code"));
        socket.close();
    }

    @Test
    @DisplayName("R3: what comes while a batch is stored waits, up to a bound; all of it is stored once and in order")
    void slowsDownAClientThatTellsTooMuch() {
        var candidate = Candidate.ofLiveInterview();
        var store = new CountDownLatch(1);
        Peers.session().storeAfter(candidate.interview(), store);
        var socket = candidate.connect();
        socket.send(turns("first"));
        for (int batch = 0; batch < 2; batch++) {
            socket.send(turns(batch * 100, 100));
        }
        socket.send(turns(200, 100));

        var refusal = socket.next();
        assertEquals("slow_down", refusal.getString("code"));
        assertTrue(refusal.getLong("afterMs") > 0);
        store.countDown();
        assertAck(socket, "first");
        assertEquals(200, socket.next().getList("itemIds").size());
        socket.send(turns(200, 100));
        assertEquals("i200", socket.next().getString("itemIds[0]"));
        var stored = Peers.session().batches(candidate.interview()).stream()
                .flatMap(batch -> new JsonPath(batch).<String>getList("entries.item_id").stream())
                .toList();
        assertEquals(301, stored.size());
        assertEquals("i0", stored.get(1));
        assertEquals("i299", stored.getLast());
        socket.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"transcript\"}",
                "{\"type\": \"transcript\", \"entries\": []}",
                "{\"type\": \"transcript\", \"entries\": [null]}",
                "{\"type\": \"transcript\", \"entries\": [{\"itemId\": \"\", \"speaker\": \"ai\", \"text\": \"x\"}]}",
                "{\"type\": \"transcript\", \"entries\": [{\"itemId\": \"a\", \"speaker\": \"cat\", \"text\": \"x\"}]}",
                "{\"type\": \"transcript\", \"entries\": [{\"itemId\": \"a\", \"speaker\": \"ai\", \"text\": \" \"}]}"
            })
    void takesNoTurnsThatAreNone(String message) {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(message);
        assertEquals("bad_message", socket.next().getString("code"));
        socket.close();
    }

    @Test
    @DisplayName("R3: turns that were told before the socket closed are stored nevertheless")
    void storesTheLastWords() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send(turns("last"));
        socket.close();
        await().until(() -> Peers.session().batches(candidate.interview()).size() == 1);
    }

    private static void assertAck(TestSocket socket, String... itemIds) {
        var word = socket.next();
        assertEquals("ack", word.getString("type"));
        assertEquals(List.of(itemIds), word.getList("itemIds"));
    }

    private static String turns(int from, int count) {
        return turns(IntStream.range(from, from + count).mapToObj(i -> "i" + i).toArray(String[]::new));
    }

    private static String turns(String... itemIds) {
        return List.of(itemIds).stream()
                .map(TURN::formatted)
                .collect(Collectors.joining(",", "{\"type\": \"transcript\", \"entries\": [", "]}"));
    }
}
