package dev.colloquy.simulators.livekit.twirp;

import io.vertx.core.json.JsonObject;

/** LiveKit's own error vocabulary: what it answers when a call cannot be done. */
public final class TwirpError extends RuntimeException {

    private final Code code;
    private final JsonObject meta;

    public TwirpError(Code code, String message) {
        this(code, message, new JsonObject());
    }

    TwirpError(Code code, String message, JsonObject meta) {
        super(message);
        this.code = code;
        this.meta = meta;
    }

    /** What the server says with a status of its own accord. */
    public static JsonObject ofStatus(int status) {
        return new TwirpError(Code.ofStatus(status), "fault armed in the simulator").body();
    }

    /** As Twirp words an argument that is wrong: its name or fault, then what is allowed. */
    public static TwirpError invalidArgument(String argument, String validation) {
        return new TwirpError(
                Code.INVALID_ARGUMENT, argument + " " + validation, new JsonObject().put("argument", argument));
    }

    Code code() {
        return code;
    }

    JsonObject body() {
        JsonObject body = new JsonObject().put("code", code.wireName).put("msg", getMessage());
        return meta.isEmpty() ? body : body.put("meta", meta);
    }

    /** The codes of Twirp's specification (version 7) that are used here, with their HTTP status. */
    public enum Code {
        MALFORMED("malformed", 400),
        INVALID_ARGUMENT("invalid_argument", 400),
        UNAUTHENTICATED("unauthenticated", 401),
        PERMISSION_DENIED("permission_denied", 403),
        NOT_FOUND("not_found", 404),
        BAD_ROUTE("bad_route", 404),
        DEADLINE_EXCEEDED("deadline_exceeded", 408),
        FAILED_PRECONDITION("failed_precondition", 412),
        RESOURCE_EXHAUSTED("resource_exhausted", 429),
        UNKNOWN("unknown", 500),
        INTERNAL("internal", 500),
        UNAVAILABLE("unavailable", 503);

        private final String wireName;
        private final int status;

        Code(String wireName, int status) {
            this.wireName = wireName;
            this.status = status;
        }

        int status() {
            return status;
        }

        static Code ofStatus(int status) {
            return switch (status) {
                case 400 -> INVALID_ARGUMENT;
                case 401 -> UNAUTHENTICATED;
                case 403 -> PERMISSION_DENIED;
                case 404 -> NOT_FOUND;
                case 408 -> DEADLINE_EXCEEDED;
                case 412 -> FAILED_PRECONDITION;
                case 429 -> RESOURCE_EXHAUSTED;
                case 503 -> UNAVAILABLE;
                default -> INTERNAL;
            };
        }
    }
}
