package dev.colloquy.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;

/** A LiveKit that has recorded every room, whether or not it has told so; its egress of a room is {@code EG_<room>}. */
final class Egresses implements AutoCloseable {

    private final AtomicInteger questions = new AtomicInteger();
    private final HttpServer server;

    Egresses() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/twirp/livekit.Egress/ListEgress", this::answer);
        server.start();
    }

    String address() {
        return "ws://127.0.0.1:" + server.getAddress().getPort();
    }

    int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            questions.incrementAndGet();
            var room = ListEgressRequest.parseFrom(http.getRequestBody()).getRoomName();
            var file = FileInfo.newBuilder().setLocation("https://recordings.example.test/" + room + ".mp4");
            var egress = EgressInfo.newBuilder()
                    .setEgressId("EG_" + room)
                    .setRoomName(room)
                    .setStatus(EgressStatus.EGRESS_COMPLETE)
                    .addFileResults(file);
            var body = ListEgressResponse.newBuilder().addItems(egress).build().toByteArray();
            http.getResponseHeaders().set("Content-Type", "application/protobuf");
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        }
    }
}
