package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;

/** The two directions of {@code /v1/audio}, and what one knows of the other. */
public final class Audio {

    private Audio() {}

    public static void mount(Router router, ModelAccess access, Stage stage) {
        Recognizer recognizer = new Recognizer(stage.scripts());
        new SpeechResource(access, recognizer, stage).mount(router);
        new TranscriptionResource(access, recognizer, stage).mount(router);
    }
}
