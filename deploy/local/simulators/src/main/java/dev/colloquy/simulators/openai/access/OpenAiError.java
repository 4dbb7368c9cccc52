package dev.colloquy.simulators.openai.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A refusal with OpenAI's error body. */
public final class OpenAiError extends RuntimeException {

    private static final Logger LOG = Logger.getLogger(OpenAiError.class.getName());

    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private OpenAiError(int status, String type, @Nullable String param, @Nullable String code, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    public static OpenAiError badRequest(@Nullable String param, @Nullable String code, String message) {
        return new OpenAiError(400, "invalid_request_error", param, code, message);
    }

    public static OpenAiError notFound(String message) {
        return new OpenAiError(404, "invalid_request_error", null, "not_found", message);
    }

    public static OpenAiError modelNotFound(String model) {
        String message = "The model '" + model + "' does not exist or you do not have access to it.";
        return new OpenAiError(404, "invalid_request_error", null, "model_not_found", message);
    }

    /** Something went wrong on OpenAI's side. */
    public static OpenAiError failed(int status, String message) {
        return new OpenAiError(status, "server_error", null, null, message);
    }

    /** What OpenAI says with a status of its own accord: it blames the request, its load, or itself. */
    public static OpenAiError ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthorized("Incorrect API key provided.");
            case 429 ->
                new OpenAiError(429, "requests", null, "rate_limit_exceeded", "Rate limit reached for requests.");
            case 503 -> failed(503, "The engine is currently overloaded.");
            default ->
                status < 500
                        ? refused(status)
                        : failed(status, "The server had an error while processing your request.");
        };
    }

    private static OpenAiError refused(int status) {
        String message = switch (status) {
            case 403 -> "You are not allowed to do this with this API key.";
            case 404 -> "The requested resource was not found.";
            default -> "Your request could not be processed.";
        };
        return new OpenAiError(status, "invalid_request_error", null, null, message);
    }

    public static OpenAiError unauthorized(String message) {
        return new OpenAiError(401, "invalid_request_error", null, "invalid_api_key", message);
    }

    /** A string the request must have. */
    public static String required(JsonObject body, String field) {
        if (body.getValue(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw badRequest(field, "missing_required_parameter", "Missing required parameter: '" + field + "'.");
    }

    public static JsonObject body(RoutingContext context) {
        @Nullable JsonObject body = context.body().asJsonObject();
        return body == null ? new JsonObject() : body;
    }

    /** Turns what the routes under this path throw into error bodies. */
    public static void answerOn(Router router, String path) {
        router.route(path).failureHandler(context -> answer(context, of(context)));
    }

    private static OpenAiError of(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof OpenAiError error) {
            return error;
        }
        if (failure instanceof DecodeException || failure instanceof ClassCastException) {
            return badRequest(null, null, "We could not parse the JSON body of your request.");
        }
        int status = context.statusCode() > 0 ? context.statusCode() : 500;
        LOG.log(status >= 500 ? Level.SEVERE : Level.FINE, "OpenAI call failed", failure);
        return ofStatus(status);
    }

    private static void answer(RoutingContext context, OpenAiError error) {
        context.response()
                .setStatusCode(error.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(error.body().toBuffer());
    }

    public JsonObject body() {
        return new JsonObject().put("error", view());
    }

    public JsonObject view() {
        return new JsonObject()
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code);
    }
}
