package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;

/** The rooms of a LiveKit, with a participant for each line {@code <sid> <kind> <identity>} of what was put. */
final class FakeRooms {

    private static final String CONTROL = "/rooms/";
    /** A room whose name ends so is missing in the list of all. */
    private static final String HIDDEN = "ffff";

    private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();

    void serve(HttpServer server) {
        server.createContext(CONTROL, this::control);
        server.createContext("/twirp/livekit.RoomService/ListRooms", http -> answer(http, listRooms(http)));
        server.createContext(
                "/twirp/livekit.RoomService/ListParticipants", http -> answer(http, listParticipants(http)));
    }

    private void control(HttpExchange http) throws IOException {
        try (http) {
            var room = http.getRequestURI().getPath().substring(CONTROL.length());
            switch (http.getRequestMethod()) {
                case "DELETE" -> rooms.remove(room);
                case "PUT" -> rooms.put(room, read(http));
                default -> {
                    var number = String.valueOf(looks.getOrDefault(room, 0)).getBytes(UTF_8);
                    http.sendResponseHeaders(200, number.length);
                    http.getResponseBody().write(number);
                    return;
                }
            }
            http.sendResponseHeaders(204, -1);
        }
    }

    private static List<String> read(HttpExchange http) throws IOException {
        return new String(http.getRequestBody().readAllBytes(), UTF_8).lines().toList();
    }

    private MessageLite listRooms(HttpExchange http) throws IOException {
        var answer = ListRoomsResponse.newBuilder();
        var names = ListRoomsRequest.parseFrom(http.getRequestBody()).getNamesList();
        rooms.forEach((name, participants) -> {
            if (names.isEmpty() ? !name.endsWith(HIDDEN) : names.contains(name)) {
                answer.addRooms(
                        Room.newBuilder().setName(name).setSid("RM_" + name).setNumParticipants((int)
                                participants.stream()
                                        .filter(one -> !one.contains(" EGRESS "))
                                        .count()));
            }
        });
        return answer.build();
    }

    private MessageLite listParticipants(HttpExchange http) throws IOException {
        var room = ListParticipantsRequest.parseFrom(http.getRequestBody()).getRoom();
        looks.merge(room, 1, Integer::sum);
        var answer = ListParticipantsResponse.newBuilder();
        for (var line : rooms.getOrDefault(room, List.of())) {
            var words = line.split(" ", -1);
            answer.addParticipants(ParticipantInfo.newBuilder()
                    .setSid(words[0])
                    .setKind(ParticipantInfo.Kind.valueOf(words[1]))
                    .setIdentity(words[2])
                    .setState(ParticipantInfo.State.ACTIVE)
                    .setJoinedAt(1_800_000_000));
        }
        return answer.build();
    }

    private static void answer(HttpExchange http, MessageLite message) throws IOException {
        try (http) {
            var body = message.toByteArray();
            http.getResponseHeaders().set("Content-Type", "application/protobuf");
            http.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
        }
    }
}
