package dev.colloquy.simulators.elevenlabs.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A refusal with ElevenLabs' error body: {@code detail} with a status and a message, or a list for a missing field. */
public final class ElevenLabsError extends RuntimeException {

    private static final Logger LOG = Logger.getLogger(ElevenLabsError.class.getName());

    private final int status;
    private final JsonObject body;

    private ElevenLabsError(int status, JsonObject body) {
        super(body.encode());
        this.status = status;
        this.body = body;
    }

    public static ElevenLabsError of(int status, String name, String message) {
        JsonObject detail = new JsonObject().put("status", name).put("message", message);
        return new ElevenLabsError(status, new JsonObject().put("detail", detail));
    }

    public JsonObject body() {
        return body;
    }

    public static ElevenLabsError missingQuery(String field) {
        return query("missing", field, "Field required");
    }

    public static ElevenLabsError invalidQuery(String field, String message) {
        return query("value_error", field, message);
    }

    private static ElevenLabsError query(String type, String field, String message) {
        JsonObject problem = new JsonObject()
                .put("type", type)
                .put("loc", JsonArray.of("query", field))
                .put("msg", message)
                .putNull("input");
        return new ElevenLabsError(422, new JsonObject().put("detail", JsonArray.of(problem)));
    }

    public static void answerOn(Router router, String path) {
        router.route(path).failureHandler(context -> answer(context, of(context)));
    }

    private static ElevenLabsError of(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof ElevenLabsError error) {
            return error;
        }
        LOG.log(Level.SEVERE, "ElevenLabs call failed", failure);
        return of(500, "internal_server_error", "Something went wrong.");
    }

    private static void answer(RoutingContext context, ElevenLabsError error) {
        context.response()
                .setStatusCode(error.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(error.body.toBuffer());
    }
}
