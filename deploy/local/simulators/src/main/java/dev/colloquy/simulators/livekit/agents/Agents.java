package dev.colloquy.simulators.livekit.agents;

import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;

/** The parts of agent dispatch and who listens to whom. */
public final class Agents {

    private Agents() {}

    public static void mount(Router router, Twirp twirp, Rooms rooms, String workerName, Stage stage) {
        Worker worker = new Worker(workerName);
        VirtualAgents agents = new VirtualAgents(rooms, worker, stage.time());
        AgentDispatches dispatches = new AgentDispatches(rooms, worker, agents, stage.time(), stage.ids());
        rooms.tell(dispatches);
        rooms.tell(agents);
        new AgentDispatchResource(rooms, dispatches).mount(twirp);
        new WorkerControlResource(worker).mount(router);
    }
}
