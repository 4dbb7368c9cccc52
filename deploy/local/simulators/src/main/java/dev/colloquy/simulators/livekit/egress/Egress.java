package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.webhooks.Webhooks;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Optional;

/** The parts of recording and who listens to whom. */
public final class Egress {

    private final Optional<Bucket> storage;
    private final Optional<Duration> longest;

    /** {@code longest} is when the recorder's limit ends a recording. */
    public Egress(Optional<Bucket> storage, Optional<Duration> longest) {
        this.storage = storage;
        this.longest = longest;
    }

    public void mount(Router router, Twirp twirp, Rooms rooms, Webhooks webhooks, Stage stage) {
        Connection connection = new Connection();
        Uploads uploads = new Uploads(stage.vertx(), storage, stage.time());
        Recorders recorders = new Recorders(rooms, webhooks, uploads, connection, longest, stage.time(), stage.ids());
        rooms.tell(recorders);
        rooms.tell(new AutoEgress(webhooks, connection));
        new EgressResource(rooms, recorders, connection).mount(twirp);
        new EgressControlResource(recorders, connection).mount(router);
    }
}
