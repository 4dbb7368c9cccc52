package dev.colloquy.local.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** A problem of the edge itself (RFC 9457). */
enum Problem {
    UNCLEAR_PATH(400, "unclear-path", "The path is written in a way that is not accepted here"),
    UNKNOWN_PATH(404, "unknown-path", "There is nothing at this path"),
    WRONG_METHOD(405, "wrong-method", "The method is not allowed at this path"),
    SOCKET_ONLY(426, "socket-only", "This path takes WebSocket connections only"),
    SERVICE_UNREACHABLE(503, "service-unreachable", "The service does not answer, try again soon");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String name;
    private final String title;

    Problem(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    int status() {
        return status;
    }

    Buffer body() {
        return new JsonObject()
                .put("type", "/problems/" + name)
                .put("title", title)
                .put("status", status)
                .toBuffer();
    }

    void answer(HttpServerResponse response) {
        if (this == SERVICE_UNREACHABLE) {
            response.putHeader("Retry-After", "2");
        }
        response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE).end(body());
    }
}
