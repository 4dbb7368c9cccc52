package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.elevenlabs.access.ApiKey;
import dev.colloquy.simulators.elevenlabs.access.ElevenLabsError;
import dev.colloquy.simulators.elevenlabs.agents.AgentControlResource;
import dev.colloquy.simulators.elevenlabs.agents.Agents;
import dev.colloquy.simulators.elevenlabs.conversations.ConversationControlResource;
import dev.colloquy.simulators.elevenlabs.conversations.ConversationResource;
import dev.colloquy.simulators.elevenlabs.conversations.Conversations;
import dev.colloquy.simulators.elevenlabs.conversations.EntryResource;
import dev.colloquy.simulators.elevenlabs.conversations.SignedUrls;
import dev.colloquy.simulators.elevenlabs.dialogue.ConversationSocket;
import dev.colloquy.simulators.elevenlabs.webhooks.PostCallWebhooks;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookControlResource;
import dev.colloquy.simulators.stage.Stage;
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
        PostCallWebhooks webhooks = new PostCallWebhooks(config.webhook(), stage);
        Conversations conversations = new Conversations(stage.time(), stage.ids(), webhooks::announce);
        SignedUrls urls = new SignedUrls(stage.time(), stage.ids(), conversations);
        Agents agents = new Agents();
        ApiKey key = new ApiKey(config.apiKey());
        new ConversationSocket(conversations, urls, agents, stage).mount(router);
        new EntryResource(conversations, urls, agents, key, stage.time()).mount(router);
        new ConversationResource(conversations, key).mount(router);
        ElevenLabsError.answerOn(router, "/v1/convai/*");
        new AgentControlResource(agents).mount(router);
        new ConversationControlResource(conversations, stage.scripts()).mount(router);
        new WebhookControlResource(webhooks).mount(router);
    }
}
