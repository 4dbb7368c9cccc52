package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.runtime.Stage;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/** The parts of the ElevenLabs simulator. */
public final class ElevenLabs {

    private ElevenLabs() {}

    /** What ElevenLabs says with a status of its own accord. */
    public static JsonObject failure(int status) {
        return ElevenLabsError.of(status, "simulated", "Fault armed in the simulator.")
                .body();
    }

    public static void mount(Router router, ElevenLabsConfig config, Stage stage) {
        PostCallWebhooks webhooks = new PostCallWebhooks(config, stage);
        Conversations conversations = new Conversations(stage.time(), stage.ids(), webhooks);
        new ConversationResource(conversations, stage, config.apiKey()).mount(router);
        new ConversationControlResource(conversations, stage.script()).mount(router);
    }
}
