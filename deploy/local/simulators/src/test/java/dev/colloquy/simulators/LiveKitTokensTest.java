package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import io.livekit.server.AccessToken;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import livekit.LivekitAgentDispatch.RoomAgentDispatch;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRoom.RoomConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What access tokens grant, say and configure, for how long, and how large they may be. */
class LiveKitTokensTest {

    private static final String MOST_METADATA = "m".repeat(512 * 1024);
    private static final String MOST_ATTRIBUTES = "v".repeat(64 * 1024 - 1);

    private VirtualTime time;
    private RunningSimulators simulators;
    private RoomServiceClient rooms;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of(), time);
        rooms = simulators.rooms();
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 1.1: the server accepts 60 s of clock leeway, after the end and before the beginning")
    void acceptsALeewayOfAMinute() {
        assertTrue(joined(sign(token().withExpiresAt(time.now().minusSeconds(59)))));
        assertFalse(joined(sign(token().withExpiresAt(time.now().minusSeconds(61)))));
        assertTrue(joined(sign(token().withNotBefore(time.now().plusSeconds(59)))));
        assertFalse(joined(sign(token().withNotBefore(time.now().plusSeconds(62)))));
    }

    @Test
    @DisplayName("providers 1.1: a token's end limits joining, not staying")
    void endsJoiningNotStaying() throws IOException {
        String token = sign(token().withExpiresAt(time.now().plus(ofMinutes(10))));
        assertTrue(joined(token));
        time.advance(ofMinutes(12));
        assertEquals(
                ParticipantInfo.State.ACTIVE,
                rooms.getParticipant("home", "ada").execute().body().getState());
        assertFalse(joined(token));
        assertEquals(1, rooms.listParticipants("home").execute().body().size());
    }

    @Test
    @DisplayName("providers 1.1: calls are authorised by bearer, or by ?access_token= if there is no header")
    void authorisesByQuery() {
        String listing = RunningSimulators.token(Map.of("roomList", true), Map.of());
        assertEquals(200, list("?access_token=" + listing, "").statusCode());
        assertEquals(401, list("?access_token=" + listing + "x", "").statusCode());
        assertEquals(401, list("", "").statusCode());
        HttpResponse<String> noBearer = list("?access_token=" + listing, listing);
        assertEquals(401, noBearer.statusCode());
        assertTrue(noBearer.body().startsWith("invalid authorization header"), noBearer.body());
    }

    @Test
    @DisplayName("providers 1.1: a bad token is refused in plain text, a missing grant by Twirp's unauthenticated")
    void tellsABadTokenFromAMissingGrant() {
        String listing = RunningSimulators.token(Map.of("roomList", true), Map.of());
        HttpResponse<String> bad = list("", "Bearer " + listing + "x");
        assertEquals(401, bad.statusCode());
        assertFalse(bad.body().startsWith("{"));
        HttpResponse<String> missing =
                simulators.twirp("RoomService/ListRooms", Map.of("roomCreate", true), new JsonObject());
        assertEquals(401, missing.statusCode());
        assertEquals("unauthenticated", new JsonObject(missing.body()).getString("code"));
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
        "RoomService/UpdateSubscriptions, roomList",
        "RoomService/MutePublishedTrack, roomList",
        "RoomService/SendData, roomJoin",
        "RoomService/UpdateRoomMetadata, roomCreate",
        "RoomService/PerformRpc, roomJoin",
        "RoomService/ListParticipants, roomAdmin",
        "RoomService/RemoveParticipant, roomAdmin",
        "RoomService/SendData, roomAdmin",
        "AgentDispatchService/CreateDispatch, agent",
        "AgentDispatchService/ListDispatch, agent",
        "AgentDispatchService/DeleteDispatch, agent",
        "AgentDispatchService/CreateDispatch, roomAdmin",
        "Egress/StartRoomCompositeEgress, roomAdmin",
        "Egress/StartEgress, roomAdmin",
        "Egress/StopEgress, recorder",
        "Egress/ListEgress, roomList"
    })
    void needsTheRightGrant(String method, String grant) {
        HttpResponse<String> refused = simulators.twirp(
                method, Map.of(grant, true, "room", "granted"), new JsonObject().put("room", "another"));
        assertEquals(401, refused.statusCode());
        assertEquals(
                new JsonObject().put("code", "unauthenticated").put("msg", "permissions denied"),
                new JsonObject(refused.body()));
    }

    @Test
    @DisplayName("providers 1.1: a token's sources replace canPublish, canPublishData follows it")
    void derivesPermissionsFromTheToken() throws IOException {
        simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "sources", "canPublishSources", List.of("camera")),
                Map.of("sub", "ada")));
        ParticipantInfo ada = rooms.getParticipant("sources", "ada").execute().body();
        assertEquals(List.of(TrackSource.CAMERA), ada.getPermission().getCanPublishSourcesList());
        assertTrue(ada.getPermission().getCanPublishData());
        assertFalse(ada.getPermission().getCanUpdateMetadata());
        assertEquals(0, ada.getTracksCount());
        assertEquals(400, publish("screen_share"));
        assertEquals(200, publish("camera"));

        simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "sources", "canPublish", false), Map.of("sub", "bob")));
        ParticipantPermission bob =
                rooms.getParticipant("sources", "bob").execute().body().getPermission();
        assertFalse(bob.getCanPublish() || bob.getCanPublishData());
        assertTrue(bob.getCanSubscribe());
    }

    @Test
    @DisplayName("providers 1.1: roomConfig in camelCase sets the room up and calls the agent")
    void configuresTheRoomInCamelCase() throws IOException {
        Map<String, Object> config = Map.of(
                "emptyTimeout",
                60,
                "departureTimeout",
                7,
                "maxParticipants",
                2,
                "metadata",
                "from the token",
                "agents",
                List.of(Map.of("agentName", "my-interviewer", "metadata", "{\"sessionId\":\"s1\"}")));
        simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "camel"), Map.of("sub", "ada", "roomConfig", config)));
        Room room = rooms.listRooms(List.of("camel")).execute().body().getFirst();
        assertEquals(60, room.getEmptyTimeout());
        assertEquals(7, room.getDepartureTimeout());
        assertEquals(2, room.getMaxParticipants());
        assertEquals("from the token", room.getMetadata());
        assertEquals(
                "{\"sessionId\":\"s1\"}",
                simulators
                        .dispatches()
                        .listDispatch("camel")
                        .execute()
                        .body()
                        .getFirst()
                        .getMetadata());
        time.advance(ofMillis(200));
        assertEquals(2, rooms.listParticipants("camel").execute().body().size());
    }

    @Test
    @DisplayName(
            "providers 1.1, 1.6: roomConfig, snake_case by the SDK, is used only by the join that creates the room")
    void theTokensRoomConfigurationCountsOnlyForTheJoinThatCreatesTheRoom() throws IOException {
        String token = sdkToken("configured");
        simulators.join(token);
        assertEquals(
                "from the SDK",
                rooms.listRooms(List.of("configured"))
                        .execute()
                        .body()
                        .getFirst()
                        .getMetadata());
        simulators.join(token);
        assertEquals(1, dispatchesIn("configured"));

        rooms.createRoom("before", null, null, null, "as created").execute();
        simulators.join(sdkToken("before"));
        assertEquals(
                "as created",
                rooms.listRooms(List.of("before")).execute().body().getFirst().getMetadata());
        time.advance(ofMinutes(1));
        assertEquals(1, rooms.listParticipants("before").execute().body().size(), "no agent is called");
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
    @DisplayName(
            "providers 1.2: a token brings at most 512 KiB of metadata, 64 KiB of attributes, 256 bytes of identity")
    void limitsWhatATokenBrings() throws IOException {
        assertTrue(joined(token("i".repeat(256), MOST_METADATA, MOST_ATTRIBUTES)));
        assertRefused("participant identity length exceeds limits", token("ä".repeat(129), "", ""));
        assertRefused("identity cannot be empty", token("", "", ""));
        assertRefused("metadata size exceeds limits", token("bob", MOST_METADATA + "m", ""));
        assertRefused("attribute size exceeds limits", token("bob", "", MOST_ATTRIBUTES + "v"));
        assertEquals(1, rooms.listParticipants("sizes").execute().body().size());
    }

    private void assertRefused(String why, String token) {
        String detail = simulators.join(token).getString("detail");
        assertTrue(detail.contains(why), detail);
    }

    /** With one attribute of a name of one byte. */
    private static String token(String identity, String metadata, String attribute) {
        return RunningSimulators.token(
                Map.of("roomJoin", true, "room", "sizes"),
                Map.of("sub", identity, "metadata", metadata, "attributes", Map.of("k", attribute)));
    }

    private static JWTCreator.Builder token() {
        return JWT.create()
                .withIssuer(RunningSimulators.LIVEKIT_KEY)
                .withSubject("ada")
                .withClaim("video", Map.of("roomJoin", true, "room", "home"));
    }

    private static String sign(JWTCreator.Builder token) {
        return token.sign(Algorithm.HMAC256(RunningSimulators.LIVEKIT_SECRET));
    }

    private static String sdkToken(String room) {
        AccessToken token = new AccessToken(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        token.setIdentity("ada");
        token.addGrants(new RoomJoin(true), new RoomName(room));
        token.setRoomConfiguration(RoomConfiguration.newBuilder()
                .setMetadata("from the SDK")
                .addAgents(RoomAgentDispatch.newBuilder().setAgentName("my-interviewer"))
                .build());
        return token.toJwt();
    }

    private boolean joined(String token) {
        return simulators.joinSilently(token).containsKey("participant_sid");
    }

    private int dispatchesIn(String room) throws IOException {
        return simulators.dispatches().listDispatch(room).execute().body().size();
    }

    private int publish(String source) {
        return simulators
                .control(
                        "POST",
                        "/livekit/publish",
                        new JsonObject()
                                .put("room", "sources")
                                .put("identity", "ada")
                                .put("source", source))
                .statusCode();
    }

    private HttpResponse<String> list(String query, String authorization) {
        var request = simulators
                .request("/twirp/livekit.RoomService/ListRooms" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        return simulators.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }
}
