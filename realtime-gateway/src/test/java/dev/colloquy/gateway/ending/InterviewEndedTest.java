package dev.colloquy.gateway.ending;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.call.Calls;
import dev.colloquy.gateway.call.SdpOffers;
import dev.colloquy.gateway.peers.LiveKitPeer;
import dev.colloquy.gateway.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterviewEndedTest {

    private static final String SIGNAL = "SendData {\"type\":\"end_interview\",\"reason\":\"user_ended\"}";

    @Inject
    KafkaEvents kafka;

    @Inject
    TenantTables tables;

    @Inject
    Pool pool;

    @Inject
    Calls calls;

    @Test
    @DisplayName("H3: every socket is told that session and interview have ended, and closed with 1000")
    void tellsTheSocketsAndClosesThem() {
        var candidate = Candidate.ofLiveInterview();
        var other = Candidate.ofLiveInterview().connect();
        var socket = candidate.connect();

        kafka.publish(ended(candidate.interview(), false));

        assertEquals("session_ended", socket.next().getString("type"));
        assertEquals("interview_ended", socket.next().getString("type"));
        assertEquals(1000, socket.closeCode());
        assertTrue(other.isOpen());
        other.close();
    }

    @Test
    @DisplayName("H3: a socket that opens after the end is told at once")
    void tellsASocketThatComesTooLate() {
        var candidate = Candidate.ofLiveInterview();
        var ticket = candidate.ticket();
        kafka.publish(ended(candidate.interview(), false));
        await().until(() -> !tables.rows(
                        "acme",
                        "select from ended_interview where interview_id = $1",
                        candidate.interview().value())
                .isEmpty());

        var socket = TestSocket.open(ticket);

        assertEquals("session_ended", socket.next().getString("type"));
        assertEquals(1000, socket.closeCode());
    }

    @Test
    @DisplayName("H2: signal, grace, stop, remove, delete")
    void tearsTheRoomDownInOrder() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview).agentLeavesAfter(2).recordedBy("EG_" + interview);

        kafka.publish(ended(interview, true));

        awaitDone(interview);
        assertEquals(
                List.of(
                        SIGNAL,
                        "ListParticipants",
                        "StopEgress EG_" + interview,
                        "RemoveParticipant candidate-" + interview,
                        "DeleteRoom"),
                room.journal().stream().distinct().toList());
    }

    @Test
    @DisplayName("H2: an agent that stays is given the grace period and no more")
    void goesOnWithoutAnAgentThatStays() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview).agentLeavesAfter(1000);

        kafka.publish(ended(interview, true));

        awaitDone(interview);
        assertEquals("DeleteRoom", room.journal().getLast());
    }

    @Test
    @DisplayName("H2: what is gone or over already is not an error")
    void acceptsThatEverythingIsGoneAlready() {
        var interview = Peers.session().live();
        Peers.liveKit().room(interview).gone().recordedBy("EG_" + interview).refusingStopWith(412);

        kafka.publish(ended(interview, true));

        awaitDone(interview);
    }

    @Test
    @DisplayName("H2: neither signal nor grace nor recording keep a room open")
    void goesOnWithoutWhatIsNotNeeded() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview).breaking("SendData", "ListParticipants", "ListEgress");

        kafka.publish(ended(interview, true));

        awaitDone(interview);
        assertEquals(
                List.of(SIGNAL, "ListParticipants", "RemoveParticipant candidate-" + interview, "DeleteRoom"),
                room.journal());
    }

    @Test
    @DisplayName("H2: a room that is opened again after the end is deleted again")
    void deletesARoomThatIsOpenedAgain() {
        var interview = Peers.session().live();
        kafka.publish(ended(interview, true));
        awaitDone(interview);
        var before = Peers.liveKit().room(interview).journal();

        kafka.publish(new ParticipantJoined(
                UUID.randomUUID(), Instant.now(), interview, "PA_" + interview, ParticipantKind.CANDIDATE));

        var expected = new ArrayList<>(before);
        expected.addAll(List.of("RemoveParticipant candidate-" + interview, "DeleteRoom"));
        await().until(() -> Peers.liveKit().room(interview).journal().equals(expected));
        assertEquals(List.of(), Peers.liveKit().room(interview).recordings());
    }

    @Test
    @DisplayName("H2: a retry resumes at the step that failed")
    void resumesWhereItFailed() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview).failingDeletes(2);

        kafka.publish(ended(interview, true));

        awaitDone(interview);
        assertEquals(1, count(room, SIGNAL));
        assertEquals(2, count(room, "DeleteRoom refused"));
        assertEquals(1, count(room, "DeleteRoom"));
    }

    @Test
    void ignoresAnEventItHasSeen() {
        var interview = Peers.session().live();
        var event = ended(interview, true);

        kafka.publish(event);
        awaitDone(interview);
        kafka.publish(event);
        var next = Peers.session().live();
        kafka.publish(ended(next, true));
        awaitDone(next);

        assertEquals(1, count(Peers.liveKit().room(interview), SIGNAL));
    }

    @Test
    @DisplayName("H2: the call is hung up, and no room touched where none was")
    void hangsUpTheCall() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        var callId = placeCall(socket);

        kafka.publish(ended(candidate.interview(), false));

        await().until(() -> Peers.openAi().hasHungUp(callId));
        assertEquals(List.of(), Peers.liveKit().room(candidate.interview()).journal());
    }

    @Test
    @DisplayName("H2: a call that was being placed while the interview ended is hung up too")
    void hangsUpACallThatComesTooLate() {
        var interview = Peers.session().live();
        remember(interview);

        var callId = callId(place(interview).await().indefinitely());

        await().until(() -> Peers.openAi().hasHungUp(callId));
    }

    @Test
    @DisplayName("H2: neither overlooks the other when a call starts and the interview ends at the same moment")
    void hangsUpACallThatStartsWhileTheEndIsBeingWritten() {
        var interview = Peers.session().live();
        var answer = new CompletableFuture<String>();
        pool.withTransaction(connection -> connection
                        .preparedQuery("select 1 from pg_advisory_xact_lock(hashtext($1))")
                        .execute(Tuple.of(interview.toString()))
                        .invoke(() -> place(interview).subscribe().with(answer::complete))
                        .chain(() -> connection
                                .preparedQuery("insert into ended_interview values ($1, 'acme', now())")
                                .execute(Tuple.of(interview.value())))
                        .call(this::somebodyWaits))
                .await()
                .indefinitely();

        await().until(() -> Peers.openAi().hasHungUp(callId(answer.join())));
    }

    @Test
    @DisplayName("H3: a socket whose replica missed the news is closed by the sweep")
    void closesASocketThatHeardNothing() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send("{\"type\": \"heartbeat\"}");
        socket.next();

        remember(candidate.interview());

        assertEquals("session_ended", socket.next().getString("type"));
        assertEquals("interview_ended", socket.next().getString("type"));
        assertEquals(1000, socket.closeCode());
    }

    private void remember(InterviewId interview) {
        tables.rows("acme", "insert into ended_interview values ($1, 'acme', now())", interview.value());
    }

    private Uni<String> place(InterviewId interview) {
        return Uni.createFrom().item(() -> answer(interview)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String answer(InterviewId interview) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> calls.place(interview, new TenantId("acme"), SdpOffers.named("-")));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<Boolean> somebodyWaits() {
        return pool.query("select from pg_locks where locktype = 'advisory' and not granted")
                .execute()
                .map(rows -> rows.rowCount() > 0)
                .repeat()
                .withDelay(Duration.ofMillis(20))
                .whilst(found -> !found)
                .collect()
                .last()
                .ifNoItem()
                .after(Duration.ofSeconds(5))
                .fail();
    }

    private static String placeCall(TestSocket socket) {
        socket.send(SdpOffers.message(SdpOffers.named("-")));
        return callId(socket.next().getString("sdp"));
    }

    private static String callId(String sdp) {
        return sdp.lines().skip(1).findFirst().orElseThrow().replaceFirst(".*/", "");
    }

    private void awaitDone(InterviewId interview) {
        await().until(() ->
                tables
                        .rows("acme", "select next_step from teardown where interview_id = $1", interview.value())
                        .stream()
                        .anyMatch(row -> row.getString("next_step").equals("DONE")));
    }

    private static long count(LiveKitPeer.Room room, String entry) {
        return room.journal().stream().filter(entry::equals).count();
    }

    private static InterviewEnded ended(InterviewId interview, boolean roomExpected) {
        return new InterviewEnded(
                UUID.randomUUID(),
                Instant.now(),
                new TenantId("acme"),
                interview,
                roomExpected ? Provider.LIVEKIT : Provider.OPENAI,
                Instant.now(),
                EndedBy.USER,
                60,
                roomExpected,
                roomExpected,
                null,
                null);
    }
}
