package dev.colloquy.simulators.openai.realtime;

import io.vertx.core.http.HttpServerRequest;

/** {@code OpenAI-Beta: realtime=v1} asks for the beta interface's event names. */
final class BetaHeader {

    private BetaHeader() {}

    static boolean isIn(HttpServerRequest request) {
        return "realtime=v1".equals(request.getHeader("OpenAI-Beta"));
    }
}
