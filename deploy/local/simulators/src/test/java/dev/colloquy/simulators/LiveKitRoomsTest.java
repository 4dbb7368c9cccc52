package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livekit.server.AccessToken;
import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Response;

/** LiveKit's own Java SDK, and plain JSON, against the simulated server. */
class LiveKitRoomsTest {

    private static RunningSimulators simulators;
    private static RoomServiceClient rooms;
    private static AgentDispatchServiceClient dispatches;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
        rooms = RoomServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        dispatches = AgentDispatchServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 1.3: CreateRoom is idempotent on the name, DeleteRoom of none is 404")
    void createsARoomOnceAndDeletesItOnce() throws IOException {
        Room first = rooms.createRoom("once").execute().body();
        Room second = rooms.createRoom("once", 99).execute().body();
        assertEquals(first.getSid(), second.getSid());
        assertEquals(300, second.getEmptyTimeout());
        assertEquals(20, second.getDepartureTimeout());
        assertEquals(
                1, rooms.listRooms(List.of("once", "other")).execute().body().size());

        assertTrue(rooms.deleteRoom("once").execute().isSuccessful());
        Response<Void> again = rooms.deleteRoom("once").execute();
        assertEquals(404, again.code());
        assertEquals(
                new JsonObject("{\"code\":\"not_found\",\"msg\":\"requested room does not exist\"}"),
                new JsonObject(again.errorBody().string()));
    }

    @Test
    @DisplayName("providers 1.3: a room closes departure_timeout after the last one left")
    void aCandidateComesAndGoesAndTheRoomClosesAfterItsDepartureTimeout() throws IOException {
        JsonObject joined = simulators.join(RunningSimulators.candidate("visit", "ada"));
        assertTrue(joined.getString("participant_sid").startsWith("PA_"));
        ParticipantInfo ada = rooms.getParticipant("visit", "ada").execute().body();
        assertEquals(ParticipantInfo.State.ACTIVE, ada.getState());
        assertTrue(ada.getPermission().getCanPublishData());

        simulators.control(
                "/livekit/leave", new JsonObject().put("room", "visit").put("identity", "ada"));
        assertEquals(1, rooms.listRooms(List.of("visit")).execute().body().size());
        await().atMost(ofSeconds(5))
                .until(() -> rooms.listRooms(List.of("visit")).execute().body().isEmpty());
    }

    @Test
    @DisplayName("providers 1.3: a second join with the same identity evicts the first")
    void aSecondJoinByTheSameIdentityTakesTheFirstOnesPlace() throws IOException {
        String token = RunningSimulators.candidate("twice", "ada");
        JsonObject first = simulators.join(token);
        JsonObject second = simulators.join(token);
        assertEquals(first.getString("room_sid"), second.getString("room_sid"));
        assertNotEquals(first.getString("participant_sid"), second.getString("participant_sid"));
        assertEquals(1, rooms.listParticipants("twice").execute().body().size());
    }

    @Test
    @DisplayName("providers 1.1: roomConfig is used only by the join that creates the room")
    void theTokensRoomConfigurationCountsOnlyForTheJoinThatCreatesTheRoom() throws IOException {
        AccessToken token = new AccessToken(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        token.setIdentity("ada");
        token.addGrants(new RoomJoin(true), new RoomName("configured"));
        token.setRoomConfiguration(livekit.LivekitRoom.RoomConfiguration.newBuilder()
                .setMetadata("from the token")
                .addAgents(livekit.LivekitAgentDispatch.RoomAgentDispatch.newBuilder()
                        .setAgentName("my-interviewer")
                        .setMetadata("{\"sessionId\":\"s1\"}"))
                .build());
        simulators.join(token.toJwt());
        assertEquals(
                "from the token",
                rooms.listRooms(List.of("configured"))
                        .execute()
                        .body()
                        .getFirst()
                        .getMetadata());
        await().atMost(ofSeconds(5)).until(() -> agentsIn("configured") == 1);
        assertEquals(1, dispatches.listDispatch("configured").execute().body().size());

        simulators.join(token.toJwt());
        assertEquals(1, dispatches.listDispatch("configured").execute().body().size());
    }

    @Test
    @DisplayName("providers 1.7: only the registered worker sends an agent; it leaves with its dispatch")
    void onlyTheRegisteredWorkerSendsAnAgentAndItLeavesWithItsDispatch() throws IOException {
        rooms.createRoom("agents").execute();
        dispatches.createDispatch("agents", "nobody", "{}").execute();
        var dispatch = dispatches
                .createDispatch("agents", "my-interviewer", "{}")
                .execute()
                .body();
        await().atMost(ofSeconds(5)).until(() -> agentsIn("agents") == 1);
        ParticipantInfo agent =
                rooms.listParticipants("agents").execute().body().getFirst();
        assertEquals("my-interviewer", agent.getAttributesMap().get("lk.agent_name"));

        dispatches.deleteDispatch("agents", dispatch.getId()).execute();
        assertEquals(0, agentsIn("agents"));
        assertEquals(
                404,
                dispatches.deleteDispatch("agents", dispatch.getId()).execute().code());
    }

    @Test
    @DisplayName("providers 1.3: agents do not keep a room open")
    void anAgentDoesNotKeepTheRoomOpen() throws IOException {
        simulators.join(RunningSimulators.candidate("left-alone", "ada"));
        dispatches.createDispatch("left-alone", "my-interviewer").execute();
        await().atMost(ofSeconds(5)).until(() -> agentsIn("left-alone") == 1);
        rooms.removeParticipant("left-alone", "ada").execute();
        await().atMost(ofSeconds(5))
                .until(() ->
                        rooms.listRooms(List.of("left-alone")).execute().body().isEmpty());
    }

    @Test
    @DisplayName("providers 1.3: a room nobody joined closes empty_timeout after its creation, an agent or not")
    void anEmptyRoomClosesAfterItsEmptyTimeout() throws IOException {
        rooms.createRoom("unused", 20).execute();
        dispatches.createDispatch("unused", "my-interviewer").execute();
        await().atMost(ofSeconds(5))
                .until(() -> rooms.listRooms(List.of("unused")).execute().body().isEmpty());
    }

    @Test
    @DisplayName("providers 1.1: a recording that cannot start fails the join that creates the room")
    void aRecordingThatCannotStartFailsTheJoin() {
        JsonObject config =
                new JsonObject().put("egress", new JsonObject().put("room", new JsonObject().put("audio_only", true)));
        JsonObject refused = simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "unrecordable"), Map.of("sub", "ada", "roomConfig", config.getMap())));
        assertTrue(refused.getString("detail").endsWith("missing or invalid field: output"), refused.encode());
    }

    @Test
    @DisplayName("providers 1.3: data that are sent show in the journal")
    void dataThatIsSentShowsInTheJournal() throws IOException {
        rooms.createRoom("data").execute();
        byte[] bytes = "{\"type\":\"goodbye\"}".getBytes(StandardCharsets.UTF_8);
        assertTrue(rooms.sendData("data", bytes, DataPacket.Kind.RELIABLE, List.of(), List.of("ada"), "hangup")
                .execute()
                .isSuccessful());
        JsonObject packet = simulators.journal("livekit").stream()
                .filter(entry -> entry.getString("what").equals("data packet"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("detail");
        assertEquals("{\"type\":\"goodbye\"}", packet.getString("text"));
        assertEquals("hangup", packet.getString("topic"));
    }

    @Test
    @DisplayName("providers 1.3: JSON answers are snake_case with defaults, int64 as strings")
    void answersJsonInSnakeCaseWithDefaultsAndTextualInt64() {
        String token = RunningSimulators.token(Map.of("roomCreate", true), Map.of());
        JsonObject room = new JsonObject(twirp("RoomService/CreateRoom", token, "{\"name\":\"json\",\"unknown\":1}")
                .body());
        assertEquals("", room.getString("metadata"));
        assertEquals(0, room.getInteger("num_participants"));
        assertTrue(room.getValue("creation_time_ms") instanceof String);
        assertTrue(
                room.containsKey("version") && room.getValue("version") == null, "a message that is not set is null");
    }

    @Test
    @DisplayName("providers 1.3: refusals have the code, status and body of LiveKit's server")
    void refusesAsTheServerDoes() {
        String listing = RunningSimulators.token(Map.of("roomList", true), Map.of());
        HttpResponse<String> noGrant = twirp("RoomService/CreateRoom", listing, "{\"name\":\"x\"}");
        assertEquals(401, noGrant.statusCode());
        assertEquals("unauthenticated", new JsonObject(noGrant.body()).getString("code"));
        String otherRoom = RunningSimulators.token(Map.of("roomAdmin", true, "room", "a"), Map.of());
        assertEquals(
                401,
                twirp("RoomService/ListParticipants", otherRoom, "{\"room\":\"b\"}")
                        .statusCode());

        HttpResponse<String> badToken = twirp("RoomService/ListRooms", listing + "x", "{}");
        assertEquals(401, badToken.statusCode());
        assertFalse(badToken.body().startsWith("{"));
        assertEquals(
                "malformed",
                new JsonObject(twirp("RoomService/ListRooms", listing, "{").body()).getString("code"));
        JsonObject noMethod =
                new JsonObject(twirp("RoomService/Nope", listing, "{}").body());
        assertEquals("bad_route", noMethod.getString("code"));
        assertEquals(
                "POST /twirp/livekit.RoomService/Nope",
                noMethod.getJsonObject("meta").getString("twirp_invalid_route"));
        assertEquals(
                "unsupported method \"GET\" (only POST is allowed)",
                new JsonObject(simulators
                                .send(simulators.request("/twirp/livekit.RoomService/ListRooms"))
                                .body())
                        .getString("msg"));
        assertEquals(
                "invalid_argument",
                new JsonObject(twirp(
                                        "RoomService/CreateRoom",
                                        RunningSimulators.token(Map.of("roomCreate", true), Map.of()),
                                        "{}")
                                .body())
                        .getString("code"));
    }

    @ParameterizedTest
    @DisplayName("providers 1.1: every method needs its grant; administration is granted for one room")
    @CsvSource({
        "RoomService/CreateRoom, roomAdmin",
        "RoomService/DeleteRoom, roomAdmin",
        "RoomService/ListRooms, roomCreate",
        "RoomService/ListParticipants, roomCreate",
        "RoomService/GetParticipant, roomList",
        "RoomService/RemoveParticipant, roomList",
        "RoomService/UpdateParticipant, roomList",
        "RoomService/MutePublishedTrack, roomList",
        "RoomService/SendData, roomJoin",
        "RoomService/UpdateRoomMetadata, roomCreate",
        "RoomService/PerformRpc, roomJoin",
        "AgentDispatchService/CreateDispatch, agent",
        "Egress/StartRoomCompositeEgress, roomAdmin",
        "Egress/StartEgress, roomAdmin",
        "Egress/StopEgress, recorder",
        "Egress/ListEgress, roomList"
    })
    void needsTheRightGrant(String method, String grant) {
        String wrong = RunningSimulators.token(Map.of(grant, true, "room", "granted"), Map.of());
        HttpResponse<String> refused = twirp(method, wrong, "{\"room\":\"another\"}");
        assertEquals(401, refused.statusCode());
        assertEquals(
                new JsonObject().put("code", "unauthenticated").put("msg", "permissions denied"),
                new JsonObject(refused.body()));
    }

    private static long agentsIn(String room) throws IOException {
        return rooms.listParticipants(room).execute().body().stream()
                .filter(participant -> participant.getKind() == ParticipantInfo.Kind.AGENT)
                .count();
    }

    private static HttpResponse<String> twirp(String method, String token, String body) {
        return simulators.send(simulators
                .request("/twirp/livekit." + method)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body)));
    }
}
