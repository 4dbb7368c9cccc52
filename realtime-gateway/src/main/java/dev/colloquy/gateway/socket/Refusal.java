package dev.colloquy.gateway.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck.CheckResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Why a socket is not opened, as problem details. The framework answers a status alone, so it is left out. */
record Refusal(int status, String type, String title) {

    static final Refusal TICKET_IN_ADDRESS =
            new Refusal(400, "nothing-in-the-address", "The socket's address takes no query");
    static final Refusal REPLICA_FULL =
            new Refusal(503, "too-many-sockets", "There is no room for another socket here");
    static final Refusal TOO_MANY =
            new Refusal(429, "too-many-sockets", "This interview or its tenant has too many open sockets");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Answers the request; the check it comes from has no result any more. */
    Uni<CheckResult> answer(HttpServerRequest request) {
        var response = request.response().setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        if (status != 400) {
            response.putHeader("Retry-After", String.valueOf(RETRY_AFTER.toSeconds()));
        }
        var body = new JsonObject()
                .put("type", "/problems/" + type)
                .put("status", status)
                .put("title", title);
        return Uni.createFrom()
                .completionStage(() -> response.end(body.toBuffer()).toCompletionStage())
                .chain(() -> Uni.createFrom().nothing());
    }
}
