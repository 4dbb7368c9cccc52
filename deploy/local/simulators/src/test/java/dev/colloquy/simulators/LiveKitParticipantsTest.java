package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What participants publish, send and are sent, as LiveKit's Java SDK sees it. */
class LiveKitParticipantsTest {

    private static RunningSimulators simulators;
    private static RoomServiceClient rooms;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of(), new VirtualTime());
        rooms = simulators.rooms();
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 1.3: tracks are listed, muted, never unmuted, and gone when unpublished")
    void publishesTracks() throws IOException {
        simulators.join(RunningSimulators.candidate("tracks", "ada"));
        TrackInfo microphone = only(tracks("tracks"));
        assertEquals(TrackSource.MICROPHONE, microphone.getSource());
        assertEquals(
                1,
                rooms.listRooms(List.of("tracks")).execute().body().getFirst().getNumPublishers());

        assertTrue(rooms.mutePublishedTrack("tracks", "ada", microphone.getSid(), true)
                .execute()
                .body()
                .getMuted());
        assertEquals(
                412,
                rooms.mutePublishedTrack("tracks", "ada", microphone.getSid(), false)
                        .execute()
                        .code());
        assertTrue(rooms.updateSubscriptions("tracks", "ada", List.of(microphone.getSid()), false)
                .execute()
                .isSuccessful());
        simulators.control(
                "/livekit/unpublish",
                new JsonObject().put("room", "tracks").put("identity", "ada").put("track_sid", microphone.getSid()));
        assertEquals(List.of(), tracks("tracks"));
    }

    @Test
    @DisplayName("providers 1.3: the server's data reach whom they are meant for, from nobody, and a nonce counts once")
    void deliversData() throws IOException {
        simulators.join(RunningSimulators.candidate("data", "ada"));
        simulators.join(RunningSimulators.candidate("data", "bob"));
        byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
        rooms.sendData("data", hello, DataPacket.Kind.RELIABLE).execute();
        rooms.sendData("data", hello, DataPacket.Kind.LOSSY, List.of(), List.of("bob"), "chat")
                .execute();
        JsonObject request =
                new JsonObject().put("room", "data").put("data", "aGk=").put("nonce", "AAAAAAAAAAAAAAAAAAAAAA==");
        assertEquals(200, twirp("data", "SendData", request).statusCode());
        assertEquals(200, twirp("data", "SendData", request).statusCode());
        assertEquals(
                400, twirp("data", "SendData", request.put("nonce", "AAAA")).statusCode());

        List<JsonObject> packets = packets("data");
        assertEquals(
                List.of("hello", "hello", "hi"),
                packets.stream().map(packet -> packet.getString("text")).toList());
        assertEquals(JsonArray.of("ada", "bob"), packets.getFirst().getJsonArray("received_by"));
        assertEquals("", packets.getFirst().getString("sender"));
        assertEquals(JsonArray.of("bob"), packets.get(1).getJsonArray("received_by"));
        assertEquals("LOSSY", packets.get(1).getString("kind"));
        JsonObject noted = simulators
                .journal("livekit&what=data packet&about=aGk=".replace(" ", "%20"))
                .getFirst();
        assertEquals("data", noted.getJsonObject("detail").getString("room"));
    }

    @Test
    @DisplayName(
            "H1: a participant's data reach the others, or those it names; one who may not publish data sends none")
    void deliversDataOfParticipants() {
        simulators.join(RunningSimulators.candidate("talk", "ada"));
        simulators.join(RunningSimulators.candidate("talk", "bob"));
        simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "talk", "canPublishData", false), Map.of("sub", "eve")));
        JsonObject message =
                new JsonObject().put("room", "talk").put("identity", "ada").put("text", "hello");
        JsonObject sent = simulators.control("/livekit/data", message);
        assertEquals("ada", sent.getString("sender"));
        assertEquals(JsonArray.of("bob", "eve"), sent.getJsonArray("received_by"));
        JsonObject whispered = message.copy().put("topic", "chat").put("destination_identities", JsonArray.of("bob"));
        assertEquals(
                JsonArray.of("bob"),
                simulators.control("/livekit/data", whispered).getJsonArray("received_by"));
        assertEquals("chat", packets("talk").getLast().getString("topic"));

        assertEquals(400, send(message.copy().put("identity", "eve")));
        assertEquals(404, send(message.copy().put("identity", "nobody")));
        assertEquals(404, send(message.copy().put("room", "nowhere")));
        assertEquals(400, send(message.copy().put("destination_identities", "bob")));
        assertEquals(400, send(message.copy().put("text", "")));
    }

    @Test
    @DisplayName(
            "providers 1.2, 1.3: a participant answers the methods it knows, up to 15 360 bytes; others are RpcError 1400")
    void performsRpc() {
        simulators.join(RunningSimulators.candidate("rpc", "ada"));
        simulators.control(
                "PUT",
                "/livekit/rpc",
                new JsonObject()
                        .put("room", "rpc")
                        .put("identity", "ada")
                        .put("method", "ping")
                        .put("payload", "pong"));
        JsonObject request = new JsonObject()
                .put("room", "rpc")
                .put("destination_identity", "ada")
                .put("method", "ping");
        assertEquals("pong", new JsonObject(twirp("rpc", "PerformRpc", request).body()).getString("payload"));
        JsonObject unknown = new JsonObject(
                twirp("rpc", "PerformRpc", request.put("method", "jump")).body());
        assertEquals("RpcError 1400: Method not supported at destination", unknown.getString("msg"));
        assertEquals(
                503,
                twirp("rpc", "PerformRpc", request.put("destination_identity", "nobody"))
                        .statusCode());
        assertEquals(
                "malformed",
                new JsonObject(twirp(
                                        "rpc",
                                        "PerformRpc",
                                        request.put("destination_identity", "ada")
                                                .put("payload", "x".repeat(15_361)))
                                .body())
                        .getString("code"));
    }

    @Test
    @DisplayName("providers 1.2: metadata of 512 KiB, attributes of 64 KiB and names of 256 bytes are the most")
    void limitsSizes() throws IOException {
        simulators.join(RunningSimulators.candidate("limits", "ada"));
        String most = "m".repeat(512 * 1024);
        assertTrue(rooms.updateRoomMetadata("limits", most).execute().isSuccessful());
        assertEquals(
                400, rooms.updateRoomMetadata("limits", most + "m").execute().code());
        JsonObject update = new JsonObject().put("room", "limits").put("identity", "ada");
        JsonObject tooMany = update.copy().put("attributes", new JsonObject().put("k", "v".repeat(64 * 1024)));
        assertEquals(
                "attribute size exceeds limits 65536",
                new JsonObject(twirp("limits", "UpdateParticipant", tooMany).body()).getString("msg"));
        JsonObject tooMuch = update.copy().put("metadata", most + "m");
        assertEquals(400, twirp("limits", "UpdateParticipant", tooMuch).statusCode());
        assertEquals(
                200,
                twirp("limits", "UpdateParticipant", tooMuch.put("metadata", most))
                        .statusCode());
        assertEquals(
                400,
                twirp("limits", "UpdateParticipant", update.copy().put("name", "n".repeat(257)))
                        .statusCode());
        assertEquals(400, rooms.createRoom("r".repeat(257)).execute().code());
        assertTrue(rooms.createRoom("r".repeat(256)).execute().isSuccessful());
    }

    @Test
    @DisplayName("providers 1.3: max_participants counts neither agents nor recorders")
    void fillsUp() throws IOException {
        rooms.createRoom("full", null, 1).execute();
        assertTrue(simulators.join(RunningSimulators.candidate("full", "ada")).containsKey("room"));
        String refusal =
                simulators.join(RunningSimulators.candidate("full", "bob")).getString("detail");
        assertTrue(refusal.endsWith("room has exceeded its max participants"), refusal);
        String agent = RunningSimulators.token(
                Map.of("roomJoin", true, "room", "full"), Map.of("sub", "helper", "kind", "agent"));
        assertTrue(simulators.join(agent).containsKey("room"));
        assertEquals(2, rooms.listParticipants("full").execute().body().size());
        assertEquals(
                1, rooms.listRooms(List.of("full")).execute().body().getFirst().getNumParticipants());
    }

    private static List<TrackInfo> tracks(String room) throws IOException {
        return rooms.getParticipant(room, "ada").execute().body().getTracksList();
    }

    private static <T> T only(List<T> items) {
        assertEquals(1, items.size());
        return items.getFirst();
    }

    private static List<JsonObject> packets(String room) {
        String body = simulators
                .send(simulators.request("/control/livekit/data?room=" + room))
                .body();
        return new JsonObject(body)
                .getJsonArray("packets").stream().map(JsonObject.class::cast).toList();
    }

    private static int send(JsonObject message) {
        return simulators.control("POST", "/livekit/data", message).statusCode();
    }

    private static HttpResponse<String> twirp(String room, String method, JsonObject body) {
        return simulators.twirp("RoomService/" + method, Map.of("roomAdmin", true, "room", room), body);
    }
}
