package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** The life of rooms, as LiveKit's own Java SDK and plain JSON see it. */
class LiveKitRoomsTest {

    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private VirtualTime time;
    private RunningSimulators simulators;
    private RoomServiceClient rooms;
    private AgentDispatchServiceClient dispatches;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of(), time);
        rooms = simulators.rooms();
        dispatches = simulators.dispatches();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName(
            "providers 1.3, 1.6: CreateRoom is idempotent on the name; DeleteRoom of none is 404, which does not throw")
    void createsARoomOnceAndDeletesItOnce() throws IOException {
        Room first = rooms.createRoom("once").execute().body();
        Room second = rooms.createRoom("once", 99).execute().body();
        assertEquals(first.getSid(), second.getSid());
        assertEquals(300, second.getEmptyTimeout());
        assertEquals(20, second.getDepartureTimeout());
        assertEquals(
                1, rooms.listRooms(List.of("once", "other")).execute().body().size());
        rooms.createRoom("other").execute();
        assertEquals(2, rooms.listRooms(List.of()).execute().body().size());

        assertTrue(rooms.deleteRoom("once").execute().isSuccessful());
        Response<Void> again = rooms.deleteRoom("once").execute();
        assertEquals(404, again.code());
        assertEquals(
                new JsonObject("{\"code\":\"not_found\",\"msg\":\"requested room does not exist\"}"),
                new JsonObject(again.errorBody().string()));
    }

    @Test
    @DisplayName("providers 1.1, 1.3: CreateRoom calls its agents at once, before anybody comes, and never again")
    void callsAgentsWhenItIsCreated() throws IOException {
        JsonObject request = new JsonObject()
                .put("name", "staffed")
                .put("agents", JsonArray.of(new JsonObject().put("agent_name", "my-interviewer")));
        create(request);
        time.advance(ofMillis(200));
        assertEquals(1, agentsIn("staffed"));
        create(request);
        time.advance(ofMillis(200));
        assertEquals(1, agentsIn("staffed"));
        assertEquals(1, dispatches.listDispatch("staffed").execute().body().size());
    }

    @Test
    @DisplayName("providers 1.3: a room closes departure_timeout after the last one left")
    void aCandidateComesAndGoesAndTheRoomClosesAfterItsDepartureTimeout() throws IOException {
        JsonObject joined = simulators.join(RunningSimulators.candidate("visit", "ada"));
        assertTrue(joined.getString("participant_sid").startsWith("PA_"));
        ParticipantInfo ada = rooms.getParticipant("visit", "ada").execute().body();
        assertEquals(ParticipantInfo.State.ACTIVE, ada.getState());
        assertTrue(ada.getPermission().getCanPublishData());

        simulators.leave("visit", "ada", "CLIENT_INITIATED");
        closesAfter("visit", ofSeconds(20));
    }

    @Test
    @DisplayName("providers 1.3: whoever comes back in time keeps the room open")
    void staysOpenForOneWhoComesBack() throws IOException {
        simulators.join(RunningSimulators.candidate("back", "ada"));
        simulators.leave("back", "ada", "CONNECTION_TIMEOUT");
        time.advance(ofSeconds(19));
        simulators.join(RunningSimulators.candidate("back", "ada"));
        time.advance(ofSeconds(100));
        assertTrue(isOpen("back"));
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
    @DisplayName("providers 1.3: agents do not keep a room open")
    void anAgentDoesNotKeepTheRoomOpen() throws IOException {
        simulators.join(RunningSimulators.candidate("left-alone", "ada"));
        dispatches.createDispatch("left-alone", "my-interviewer").execute();
        time.advance(ofMillis(200));
        rooms.removeParticipant("left-alone", "ada").execute();
        assertEquals(1, agentsIn("left-alone"), "only a hang-up ends it");
        closesAfter("left-alone", ofSeconds(20));
    }

    @Test
    @DisplayName("providers 1.3: a room nobody joined closes empty_timeout after its creation, an agent or not")
    void anEmptyRoomClosesAfterItsEmptyTimeout() throws IOException {
        rooms.createRoom("unused", 60).execute();
        time.advance(ofSeconds(1));
        dispatches.createDispatch("unused", "my-interviewer").execute();
        time.advance(ofSeconds(1));
        assertEquals(1, agentsIn("unused"));
        closesAfter("unused", ofSeconds(58));

        rooms.createRoom("default").execute();
        closesAfter("default", ofSeconds(300));
    }

    @Test
    @DisplayName("providers 1.3: UpdateRoomMetadata sets what it is given; the open server sets empty metadata, too")
    void describesARoom() throws IOException {
        rooms.createRoom("described", null, null, null, "first").execute();
        assertEquals(
                "second",
                rooms.updateRoomMetadata("described", "second").execute().body().getMetadata());
        assertEquals(
                "", rooms.updateRoomMetadata("described", "").execute().body().getMetadata());
        assertEquals(404, rooms.updateRoomMetadata("nowhere", "x").execute().code());
    }

    @Test
    @DisplayName("providers 1.3: JSON answers are snake_case with defaults, int64 as strings")
    void answersJsonInSnakeCaseWithDefaultsAndTextualInt64() {
        JsonObject room = new JsonObject(
                create(new JsonObject().put("name", "json").put("unknown", 1)).body());
        assertEquals("", room.getString("metadata"));
        assertEquals(0, room.getInteger("num_participants"));
        assertTrue(room.getValue("creation_time_ms") instanceof String);
        assertTrue(
                room.containsKey("version") && room.getValue("version") == null, "a message that is not set is null");
    }

    @Test
    @DisplayName("providers 1.3: refusals have the code, status and body of LiveKit's server")
    void refusesAsTheServerDoes() {
        HttpResponse<String> unreadable = simulators.send(simulators
                .request("/twirp/livekit.RoomService/ListRooms")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{")));
        assertEquals(400, unreadable.statusCode());
        assertEquals("malformed", code(unreadable));
        HttpResponse<String> noMethod =
                simulators.twirp("RoomService/Nope", Map.of("roomList", true), new JsonObject());
        assertEquals(404, noMethod.statusCode());
        assertEquals("bad_route", code(noMethod));
        assertEquals(
                "POST /twirp/livekit.RoomService/Nope",
                new JsonObject(noMethod.body()).getJsonObject("meta").getString("twirp_invalid_route"));
        assertEquals(
                "unsupported method \"GET\" (only POST is allowed)",
                new JsonObject(simulators
                                .send(simulators.request("/twirp/livekit.RoomService/ListRooms"))
                                .body())
                        .getString("msg"));
        assertEquals("invalid_argument", code(create(new JsonObject())));
    }

    @Test
    @DisplayName("providers 1.2: a body of 10 MiB is read, a larger one is 413 before anybody looks at the token")
    void limitsBodies() {
        String most = "{\"name\":\"large\"}" + " ".repeat(LARGEST_BODY - 16);
        assertEquals(LARGEST_BODY, most.length());
        assertEquals(401, post(most).statusCode());
        HttpResponse<String> refused = post(most + " ");
        assertEquals(413, refused.statusCode());
        assertEquals("request body too large", refused.body());
    }

    private void closesAfter(String room, Duration wait) throws IOException {
        time.advance(wait.minusMillis(1));
        assertTrue(isOpen(room));
        time.advance(ofMillis(1));
        assertFalse(isOpen(room));
    }

    private boolean isOpen(String room) throws IOException {
        return !rooms.listRooms(List.of(room)).execute().body().isEmpty();
    }

    private long agentsIn(String room) throws IOException {
        return rooms.listParticipants(room).execute().body().stream()
                .filter(participant -> participant.getKind() == ParticipantInfo.Kind.AGENT)
                .count();
    }

    private static String code(HttpResponse<String> refusal) {
        return new JsonObject(refusal.body()).getString("code");
    }

    private HttpResponse<String> create(JsonObject request) {
        return simulators.twirp("RoomService/CreateRoom", Map.of("roomCreate", true), request);
    }

    private HttpResponse<String> post(String body) {
        return simulators.send(simulators
                .request("/twirp/livekit.RoomService/CreateRoom")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
