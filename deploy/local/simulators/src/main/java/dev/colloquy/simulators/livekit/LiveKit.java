package dev.colloquy.simulators.livekit;

import dev.colloquy.simulators.livekit.egress.EgressResource;
import dev.colloquy.simulators.livekit.egress.Recorders;
import dev.colloquy.simulators.livekit.egress.Uploads;
import dev.colloquy.simulators.livekit.rooms.Admission;
import dev.colloquy.simulators.livekit.rooms.AgentDispatchResource;
import dev.colloquy.simulators.livekit.rooms.AgentDispatches;
import dev.colloquy.simulators.livekit.rooms.RoomControlResource;
import dev.colloquy.simulators.livekit.rooms.RoomResource;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.AccessTokens;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.webhooks.WebhookTarget;
import dev.colloquy.simulators.livekit.webhooks.Webhooks;
import dev.colloquy.simulators.runtime.Stage;
import io.vertx.ext.web.Router;

/** The parts of the LiveKit simulator and who listens to whom. */
public final class LiveKit {

    private LiveKit() {}

    public static void mount(Router router, LiveKitConfig config, Stage stage) {
        AccessTokens tokens = new AccessTokens(config.apiKey(), config.apiSecret());
        Rooms rooms = new Rooms(stage.time(), stage.ids());
        WebhookTarget target = new WebhookTarget(config.webhookUrls(), config.apiKey(), config.apiSecret());
        Webhooks webhooks =
                new Webhooks(target, stage.outgoing(), stage.faults(), stage.time(), stage.ids(), stage.journal());
        AgentDispatches dispatches = new AgentDispatches(rooms, config.agentName(), stage.time(), stage.ids());
        Uploads uploads = new Uploads(stage.vertx(), config.bucket(), stage.time());
        Recorders recorders = new Recorders(rooms, webhooks, uploads, stage.time(), stage.ids());
        rooms.tell(webhooks);
        rooms.tell(dispatches);
        rooms.tell(recorders);

        Twirp twirp = new Twirp(router, tokens);
        new RoomResource(rooms, stage.journal()).mount(twirp);
        new AgentDispatchResource(rooms, dispatches).mount(twirp);
        new EgressResource(recorders).mount(twirp);
        twirp.refuseTheRest();
        new RoomControlResource(rooms, new Admission(tokens, rooms)).mount(router);
    }
}
