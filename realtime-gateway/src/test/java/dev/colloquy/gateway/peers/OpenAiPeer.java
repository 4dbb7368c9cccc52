package dev.colloquy.gateway.peers;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * OpenAI's calls endpoint and the sidebands of its calls. An offer with a line {@code a=x-status:<n>} gets that status, 0 no
 * answer at all.
 */
public final class OpenAiPeer {

    /** A request as it came. */
    public record Placed(String authorization, String contentType, String body) {}

    private static final Pattern STATUS = Pattern.compile("a=x-status:(\\d+)");

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(this::serve)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final List<Placed> placed = new CopyOnWriteArrayList<>();
    private final Set<String> hungUp = ConcurrentHashMap.newKeySet();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final Map<String, PeerSideband> sidebands = new ConcurrentHashMap<>();

    /** The request that carried this mark in its offer. */
    public Placed placedWith(String mark) {
        return placed.stream()
                .filter(call -> call.body().contains(mark))
                .findFirst()
                .orElseThrow();
    }

    public boolean hasHungUp(String callId) {
        return hungUp.contains(callId);
    }

    /** The provider's end of a call's sidebands, of the one that is open and of those before and after it. */
    public PeerSideband sideband(String callId) {
        return sidebands.computeIfAbsent(callId, _ -> new PeerSideband());
    }

    /** The call ends; nobody can follow it any more. */
    public void end(String callId) {
        over.add(callId);
        sideband(callId).close((short) 1000);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest request) {
        if (request.path().endsWith("/realtime")) {
            follow(request, request.getParam("call_id"));
        } else if (request.path().endsWith("/hangup")) {
            var callId = request.path().split("/")[4];
            hungUp.add(callId);
            end(callId);
            request.response().end();
        } else {
            request.body().onSuccess(body -> place(request, body));
        }
    }

    private void follow(HttpServerRequest request, String callId) {
        if (over.contains(callId)) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.toWebSocket().onSuccess(socket -> sideband(callId).opened(socket, request.getHeader("Authorization")));
    }

    private void place(HttpServerRequest request, Buffer bytes) {
        var body = bytes.toString();
        placed.add(new Placed(request.getHeader("Authorization"), request.getHeader("Content-Type"), body));
        var status = STATUS.matcher(body);
        if (status.find()) {
            refuse(request, Integer.parseInt(status.group(1)));
            return;
        }
        var location = "/v1/realtime/calls/rtc_" + UUID.randomUUID().toString().replace("-", "");
        request.response()
                .setStatusCode(201)
                .putHeader("Content-Type", "application/sdp")
                .putHeader("Location", location)
                .end("v=0\r\ns=" + location + "\r\n");
    }

    private static void refuse(HttpServerRequest request, int status) {
        if (status != 0) {
            var error = new JsonObject().put("error", new JsonObject().put("message", "secret of the provider"));
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(error.encode());
        }
    }
}
