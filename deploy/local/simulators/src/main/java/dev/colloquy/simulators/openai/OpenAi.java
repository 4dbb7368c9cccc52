package dev.colloquy.simulators.openai;

import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.openai.audio.Audio;
import dev.colloquy.simulators.openai.catalogue.ModelsResource;
import dev.colloquy.simulators.openai.chat.ChatResource;
import dev.colloquy.simulators.openai.model.ModelControlResource;
import dev.colloquy.simulators.openai.model.ModelFormats;
import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.peer.SignallingPeer;
import dev.colloquy.simulators.openai.peer.WebRtcPeers;
import dev.colloquy.simulators.openai.realtime.CallControlResource;
import dev.colloquy.simulators.openai.realtime.Calls;
import dev.colloquy.simulators.openai.realtime.ClientSecrets;
import dev.colloquy.simulators.openai.realtime.RealtimeResource;
import dev.colloquy.simulators.openai.realtime.RealtimeSocket;
import dev.colloquy.simulators.openai.responses.ResponseResource;
import dev.colloquy.simulators.openai.webhooks.WebhookControlResource;
import dev.colloquy.simulators.openai.webhooks.Webhooks;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;

/** The parts of the OpenAI simulator. */
public final class OpenAi {

    private OpenAi() {}

    /** What OpenAI says with a status of its own accord. */
    public static JsonObject failure(int status) {
        return OpenAiError.ofStatus(status).body();
    }

    public static void mount(Router router, OpenAiConfig config, Stage stage) {
        ServerKey key = new ServerKey(config.apiKey());
        Calls calls = new Calls(stage, stage.speech(), config.scriptPause(), peers(config, stage));
        ClientSecrets secrets = new ClientSecrets(stage.time(), stage.ids());
        new RealtimeResource(calls, secrets, key).mount(router);
        new RealtimeSocket(calls, secrets, key, stage, stage.speech()).mount(router);
        new CallControlResource(calls).mount(router);
        new WebhookControlResource(new Webhooks(config.webhook(), stage)).mount(router);
        mountModels(router, new ModelAccess(key, config.limit(), stage.time(), stage.ids()), stage);
        OpenAiError.answerOn(router, "/v1/realtime");
        OpenAiError.answerOn(router, "/v1/realtime/*");
    }

    private static void mountModels(Router router, ModelAccess access, Stage stage) {
        ModelFormats formats = new ModelFormats();
        new ModelControlResource(formats).mount(router);
        new ChatResource(access, formats, stage).mount(router);
        new ResponseResource(access, formats, stage).mount(router);
        new ModelsResource(access, stage.time()).mount(router);
        Audio.mount(router, access, stage);
        for (String path : List.of("/v1/chat/*", "/v1/responses", "/v1/models*", "/v1/audio/*")) {
            OpenAiError.answerOn(router, path);
        }
    }

    private static CallPeer.Factory peers(OpenAiConfig config, Stage stage) {
        return config.media()
                ? new WebRtcPeers(stage.vertx(), stage.ids(), config.connectTimeout())
                : offer -> Future.succeededFuture(new SignallingPeer(offer, stage.ids()));
    }
}
