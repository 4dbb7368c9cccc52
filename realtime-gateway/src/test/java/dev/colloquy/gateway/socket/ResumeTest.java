package dev.colloquy.gateway.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.call.SdpOffers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another replica, or one that was killed, has written is in the table; the test writes it there. */
@QuarkusTest
class ResumeTest {

    @Inject
    TenantTables tables;

    @Inject
    KafkaEvents kafka;

    @Test
    @DisplayName("R6: a socket is told what is new, in order, each once, wherever it was written")
    void tellsWhatIsNew() {
        var candidate = Candidate.ofLiveInterview();
        write(candidate, 3);
        var socket = candidate.connect();
        var news = write(candidate, 120);
        announce(candidate);
        announce(candidate);

        assertEquals(news, ids(socket, 120));
        assertNothingWaits(socket);
        socket.close();
    }

    @Test
    @DisplayName("R6, G08: a client that comes back is told what it has missed, in order, each once")
    void tellsWhatWasMissed() {
        var candidate = Candidate.ofLiveInterview();
        var told = write(candidate, 4);
        var socket = TestSocket.resume(candidate.ticket(), told.get(1));

        assertEquals(told.subList(2, 4), ids(socket, 2));
        assertNothingWaits(socket);
        socket.close();
        var again = TestSocket.resume(candidate.ticket(), told.get(3));
        assertNothingWaits(again);
        again.close();
    }

    @Test
    @DisplayName("R6, G08: the answer to an offer outlives the socket it was meant for")
    void tellsTheAnswerAgain() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send(SdpOffers.message(SdpOffers.named("-")));
        var answer = socket.next();
        assertTrue(answer.getLong("eventId") > 0);
        socket.abort();

        var back = TestSocket.resume(candidate.ticket(), 0);
        assertEquals(answer.getMap(""), back.next().getMap(""));
        assertNothingWaits(back);
        back.close();
    }

    @Test
    @DisplayName("R6: a page that is new to the interview is told nothing of its past")
    void tellsANewPageNothing() {
        var candidate = Candidate.ofLiveInterview();
        write(candidate, 2);
        var socket = candidate.connect();
        assertNothingWaits(socket);
        socket.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999", "99999999999999999999", "x", "-1"})
    @DisplayName("G11: an id that nobody gave out is answered with resync")
    void resyncsAnIdFromTheFuture(String id) {
        var candidate = Candidate.ofLiveInterview();
        var told = write(candidate, 2);
        assertResync(candidate, TestSocket.resume(candidate.ticket(), id), told.getLast());
    }

    @Test
    @DisplayName("G11: the id of another interview is answered with resync, and nothing of either is told")
    void resyncsTheIdOfAnotherInterview() {
        var candidate = Candidate.ofLiveInterview();
        var before = write(candidate, 1);
        var foreign = write(Candidate.ofLiveInterview(), 1).getFirst();
        var after = write(candidate, 1);
        assertTrue(before.getLast() < foreign && foreign < after.getLast());
        assertResync(candidate, TestSocket.resume(candidate.ticket(), foreign), after.getLast());
    }

    @Test
    @DisplayName("G11: a beginning that may be forgotten is answered with resync")
    void resyncsWhatIsTooOld() {
        var candidate = Candidate.ofLiveInterview();
        var told = write(candidate, 500);
        assertResync(candidate, TestSocket.resume(candidate.ticket(), 0), told.getLast());
    }

    @Test
    @DisplayName("R6: an interview that is over leaves no journal")
    void forgetsWithTheInterview() {
        var candidate = Candidate.ofLiveInterview();
        write(candidate, 2);
        kafka.publish(new InterviewEnded(
                UUID.randomUUID(),
                Instant.now(),
                new TenantId("acme"),
                candidate.interview(),
                Provider.OPENAI,
                Instant.now(),
                EndedBy.USER,
                60,
                false,
                false,
                null,
                null));
        await().until(() -> rows(candidate.interview()).isEmpty());
    }

    private void assertResync(Candidate candidate, TestSocket socket, long latest) {
        var word = socket.next();
        assertEquals("resync", word.getString("type"));
        assertEquals(latest, word.getLong("eventId"));
        assertEquals("/api/interviews/" + candidate.interview() + "/transcript", word.getString("transcript"));
        assertNothingWaits(socket);
        var next = write(candidate, 1);
        announce(candidate);
        assertEquals(next, ids(socket, 1));
        socket.close();
    }

    private static void assertNothingWaits(TestSocket socket) {
        socket.send("{\"type\": \"heartbeat\"}");
        assertEquals("heartbeat", socket.next().getString("type"));
    }

    private static List<Long> ids(TestSocket socket, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> socket.next().getLong("eventId"))
                .toList();
    }

    private List<Long> write(Candidate candidate, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> tables.rows("acme", """
                        insert into journal_entry (interview_id, tenant, message)
                        values ($1, 'acme', '{"type": "sdp_answer", "sdp": "v=0"}') returning event_id""", candidate.interview().value()))
                .map(rows -> rows.getFirst().getLong("event_id"))
                .toList();
    }

    private void announce(Candidate candidate) {
        tables.rows(
                "acme",
                "select pg_notify('seat_news', $1)",
                candidate.interview().toString());
    }

    private List<Row> rows(InterviewId interview) {
        return tables.rows("acme", "select from journal_entry where interview_id = $1", interview.value());
    }
}
