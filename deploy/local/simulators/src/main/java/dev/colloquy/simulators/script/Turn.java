package dev.colloquy.simulators.script;

import io.vertx.core.json.JsonObject;

/** One thing said in the interview. */
public record Turn(Speaker speaker, String message) {

    /** Who speaks. */
    public enum Speaker {
        INTERVIEWER,
        CANDIDATE
    }

    JsonObject view() {
        return new JsonObject()
                .put("speaker", speaker == Speaker.INTERVIEWER ? "interviewer" : "candidate")
                .put("message", message);
    }
}
