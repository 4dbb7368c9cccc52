package dev.colloquy.simulators.livekit;

import dev.colloquy.simulators.livekit.agents.Agents;
import dev.colloquy.simulators.livekit.egress.Egress;
import dev.colloquy.simulators.livekit.rooms.Admission;
import dev.colloquy.simulators.livekit.rooms.DataJournal;
import dev.colloquy.simulators.livekit.rooms.ParticipantResource;
import dev.colloquy.simulators.livekit.rooms.RoomControlResource;
import dev.colloquy.simulators.livekit.rooms.RoomResource;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.AccessTokens;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.webhooks.WebhookControlResource;
import dev.colloquy.simulators.livekit.webhooks.WebhookTarget;
import dev.colloquy.simulators.livekit.webhooks.Webhooks;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;
import java.util.random.RandomGenerator;

/** The parts of the LiveKit simulator and who listens to whom. */
public final class LiveKit {

    private LiveKit() {}

    public static void mount(Router router, LiveKitConfig config, Stage stage) {
        AccessTokens tokens = new AccessTokens(config.apiKey(), config.apiSecret(), stage.time()::now);
        Rooms rooms = new Rooms(stage.time(), stage.ids());
        WebhookTarget target = new WebhookTarget(config.webhookUrls(), config.apiKey(), config.apiSecret());
        Webhooks webhooks = new Webhooks(
                target,
                stage.outgoing(),
                stage.faults(),
                stage.time(),
                stage.ids(),
                stage.journal(),
                RandomGenerator.getDefault());
        rooms.tell(webhooks);
        rooms.tell(new DataJournal(stage.journal()));

        Twirp twirp = new Twirp(router, tokens);
        new RoomResource(rooms, stage.journal()).mount(twirp);
        new ParticipantResource(rooms).mount(twirp);
        Agents.mount(router, twirp, rooms, config.agentName(), stage);
        new Egress(config.bucket(), config.longestRecording()).mount(router, twirp, rooms, webhooks, stage);
        twirp.refuseTheRest();
        new RoomControlResource(rooms, new Admission(tokens, rooms)).mount(router);
        new WebhookControlResource(webhooks).mount(router);
    }
}
