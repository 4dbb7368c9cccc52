package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;

/** The rooms of a LiveKit, with a participant for each line {@code <sid> <kind> <identity>} of what was put. */
final class FakeRooms {

    private static final String CONTROL = "/rooms/";
    /** A room whose name ends so is missing in every second answer. */
    private static final String FLICKERING = "ffff";

    private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();

    void serve(HttpServer server) {
        server.createContext(CONTROL, this::control);
        server.createContext("/twirp/livekit.RoomService/ListRooms", http -> answer(http, listRooms(http)));
        server.createContext(
                "/twirp/livekit.RoomService/ListParticipants", http -> answer(http, listParticipants(http)));
    }

    private void control(HttpExchange http) throws IOException {
        try (http) {
            var room = http.getRequestURI().getPath().substring(CONTROL.length());
            if (http.getRequestMethod().equals("DELETE")) {
                rooms.remove(room);
            } else {
                rooms.put(
                        room,
                        new String(http.getRequestBody().readAllBytes(), UTF_8)
                                .lines()
                                .toList());
            }
            http.sendResponseHeaders(204, -1);
        }
    }

    private MessageLite listRooms(HttpExchange http) throws IOException {
        var answer = ListRoomsResponse.newBuilder();
        for (var name : ListRoomsRequest.parseFrom(http.getRequestBody()).getNamesList()) {
            boolean missing = name.endsWith(FLICKERING) && answers.incrementAndGet() % 2 == 0;
            if (rooms.containsKey(name) && !missing) {
                answer.addRooms(Room.newBuilder().setName(name).setSid("RM_" + name));
            }
        }
        return answer.build();
    }

    private MessageLite listParticipants(HttpExchange http) throws IOException {
        var room = ListParticipantsRequest.parseFrom(http.getRequestBody()).getRoom();
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
