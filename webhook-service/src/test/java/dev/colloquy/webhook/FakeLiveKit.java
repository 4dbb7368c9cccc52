package dev.colloquy.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.colloquy.events.InterviewId;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;

/**
 * Answers ListEgress by the last letters of the room's name, and of rooms what it was told by {@code PUT} or {@code DELETE}
 * of {@code /rooms/<name>}; {@code GET} of it says how often ListParticipants was asked.
 */
public class FakeLiveKit implements QuarkusTestResourceLifecycleManager {

    private static final String RECORDED = "aaaa";
    private static final String STILL_RECORDING = "bbbb";
    private static final String DOWN = "cccc";
    private static final String UNKNOWN = "dddd";
    private static final String ENDS_LATER = "eeee";

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final FakeRooms rooms = new FakeRooms();
    private HttpServer server;

    public static InterviewId recorded() {
        return endingWith(RECORDED);
    }

    public static InterviewId stillRecording() {
        return endingWith(STILL_RECORDING);
    }

    public static InterviewId unreachable() {
        return endingWith(DOWN);
    }

    public static InterviewId unknown() {
        return endingWith(UNKNOWN);
    }

    /** Still recording when it is asked for the first time. */
    public static InterviewId endsLater() {
        return endingWith(ENDS_LATER);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/twirp/livekit.Egress/ListEgress", this::answer);
        rooms.serve(server);
        server.start();
        return Map.of("LIVEKIT_URL", "ws://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var room = ListEgressRequest.parseFrom(http.getRequestBody()).getRoomName();
            if (room.endsWith(DOWN)) {
                http.sendResponseHeaders(503, -1);
                return;
            }
            var body = egressesOf(room).toByteArray();
            http.getResponseHeaders().set("Content-Type", "application/protobuf");
            http.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
        }
    }

    private ListEgressResponse egressesOf(String room) {
        var egresses = ListEgressResponse.newBuilder();
        if (room.endsWith(RECORDED)) {
            egresses.addItems(egress("EG_failed", EgressStatus.EGRESS_FAILED));
            egresses.addItems(egress("EG_good", EgressStatus.EGRESS_COMPLETE)
                    .addFileResults(FileInfo.newBuilder()
                            .setLocation("s3://recordings/" + room)
                            .setDuration(61_500_000_000L)));
        }
        if (room.endsWith(STILL_RECORDING)) {
            egresses.addItems(egress("EG_active", EgressStatus.EGRESS_ACTIVE));
        }
        if (room.endsWith(ENDS_LATER)) {
            var status = asked.add(room) ? EgressStatus.EGRESS_ENDING : EgressStatus.EGRESS_COMPLETE;
            egresses.addItems(egress("EG_late", status));
        }
        return egresses.build();
    }

    private static EgressInfo.Builder egress(String id, EgressStatus status) {
        return EgressInfo.newBuilder().setEgressId(id).setStatus(status);
    }

    private static InterviewId endingWith(String letters) {
        var id = UUID.randomUUID().toString();
        return InterviewId.of(id.substring(0, id.length() - letters.length()) + letters);
    }
}
