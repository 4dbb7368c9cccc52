package dev.colloquy.simulators;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Places realtime calls with Chromium's offer, as an application's server does. */
record RealtimeCalls(RunningSimulators simulators) {

    static final JsonObject SESSION = new JsonObject("""
            {"type":"realtime","model":"gpt-realtime-2.1","instructions":"Interview the candidate.",
             "audio":{"input":{"transcription":{"model":"gpt-live-transcribe"}}},
             "tools":[{"type":"function","name":"end_session","parameters":{"type":"object"}}]}""");

    static String offer() {
        try (InputStream file = RealtimeCalls.class.getResourceAsStream("chromium-156-offer.sdp")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The id of a call that is on. */
    String placed() {
        return placed(SESSION);
    }

    String placed(JsonObject session) {
        HttpResponse<String> answer = place(RunningSimulators.OPENAI_KEY, offer(), session.encode());
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    HttpResponse<String> place(String key, String sdp, String session) {
        String form =
                part("sdp", "application/sdp", sdp) + part("session", "application/json", session) + "--form--\r\n";
        return post("/v1/realtime/calls", key, "multipart/form-data; boundary=form", form);
    }

    HttpResponse<String> secret(JsonObject request) {
        return post("/v1/realtime/client_secrets", RunningSimulators.OPENAI_KEY, "application/json", request.encode());
    }

    HttpResponse<String> hangUp(String callId) {
        return post("/v1/realtime/calls/" + callId + "/hangup", RunningSimulators.OPENAI_KEY, "application/json", "");
    }

    HttpResponse<String> post(String path, String key, String type, String body) {
        return simulators.send(simulators
                .request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    String areOn() {
        return simulators.send(simulators.request("/control/openai/calls")).body();
    }

    HttpResponse<String> control(String callId, String what, JsonObject body) {
        return simulators.control("POST", "/openai/calls/" + callId + "/" + what, body);
    }

    private static String part(String name, String type, String content) {
        return "--form\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }
}
