package dev.colloquy.simulators.livekit.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.random.RandomGenerator;

/** Go's protojson puts spaces between tokens or does not, so that nobody relies on its bytes. Here every comma decides. */
final class LooseJson {

    private LooseJson() {}

    static Buffer of(JsonObject json, RandomGenerator random) {
        String compact = json.encode();
        StringBuilder loose = new StringBuilder(compact.length() + 64);
        boolean inText = false;
        boolean escaped = false;
        for (int at = 0; at < compact.length(); at++) {
            char next = compact.charAt(at);
            loose.append(next);
            if (inText) {
                inText = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == '"') {
                inText = true;
            } else if (next == ',' && random.nextBoolean()) {
                loose.append(' ');
            }
        }
        return Buffer.buffer(loose.toString());
    }
}
