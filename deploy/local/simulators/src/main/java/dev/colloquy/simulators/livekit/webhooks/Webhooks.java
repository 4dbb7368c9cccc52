package dev.colloquy.simulators.livekit.webhooks;

import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.livekit.twirp.ProtoJson;
import dev.colloquy.simulators.livekit.webhooks.Delivery.Occasion;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.Outgoing;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.WebhookConfig;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitWebhook.WebhookEvent;

/**
 * Announces rooms, participants, tracks and egress. Events of one room are ordered among themselves, events of one egress
 * too, but not the ones against the others. Several receivers get the same event under the same id.
 */
public final class Webhooks implements RoomAudience {

    private final WebhookTarget target;
    private final WebhookSigner signer;
    private final Outgoing outgoing;
    private final WebhookGate gate;
    private final SimulatedTime time;
    private final Ids ids;
    private final Journal journal;
    private final RandomGenerator random;
    private final Map<String, DeliveryQueue> queues = new HashMap<>();

    public Webhooks(
            WebhookTarget target,
            Outgoing outgoing,
            Faults faults,
            SimulatedTime time,
            Ids ids,
            Journal journal,
            RandomGenerator random) {
        this.target = target;
        this.signer = new WebhookSigner(target.apiKey(), target.apiSecret(), time);
        this.outgoing = outgoing;
        this.gate = new WebhookGate(FaultPoint.LIVEKIT_WEBHOOK, faults, time);
        this.time = time;
        this.ids = ids;
        this.journal = journal;
        this.random = random;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        send(event("room_started").setRoom(room.view()));
    }

    @Override
    public void joined(LiveRoom room, ParticipantInfo participant) {
        send(event("participant_joined").setRoom(room.view()).setParticipant(participant));
    }

    @Override
    public void left(LiveRoom room, ParticipantInfo participant) {
        send(event("participant_left").setRoom(room.view()).setParticipant(participant));
    }

    @Override
    public void aborted(LiveRoom room, ParticipantInfo participant) {
        send(event("participant_connection_aborted").setRoom(room.view()).setParticipant(participant));
    }

    @Override
    public void published(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {
        send(track("track_published", room, publisher, track));
    }

    @Override
    public void unpublished(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {
        send(track("track_unpublished", room, publisher, track));
    }

    @Override
    public void finished(LiveRoom room) {
        send(event("room_finished").setRoom(room.view()));
    }

    /** {@code more} are the receivers the egress request itself named; they get it even if they are known already. */
    public void egress(String name, EgressInfo info, List<WebhookConfig> more) {
        Room room = Room.newBuilder()
                .setSid(info.getRoomId())
                .setName(info.getRoomName())
                .build();
        Stream<URI> receivers = more.stream()
                .filter(webhook -> knows(webhook.getSigningKey()))
                .map(webhook -> URI.create(webhook.getUrl()));
        send(ProtoJson.webhook(event(name).setRoom(room).setEgressInfo(info)), receivers);
    }

    JsonObject send(JsonObject event) {
        JsonObject complete = new JsonObject()
                .put("id", ids.next("EV_", 12))
                .put("createdAt", String.valueOf(time.now().getEpochSecond()))
                .mergeIn(event);
        send(complete, Stream.empty());
        return complete;
    }

    /** Of a participant with a track only who it is is told. */
    private WebhookEvent.Builder track(String name, LiveRoom room, ParticipantInfo publisher, TrackInfo track) {
        return event(name)
                .setRoom(room.reference())
                .setParticipant(
                        ParticipantInfo.newBuilder().setSid(publisher.getSid()).setIdentity(publisher.getIdentity()))
                .setTrack(track);
    }

    private WebhookEvent.Builder event(String name) {
        return WebhookEvent.newBuilder()
                .setEvent(name)
                .setId(ids.next("EV_", 12))
                .setCreatedAt(time.now().getEpochSecond());
    }

    /** An empty signing key stands for the server's own. */
    private boolean knows(String signingKey) {
        return signingKey.isEmpty() || signingKey.equals(target.apiKey());
    }

    private void send(WebhookEvent.Builder event) {
        send(ProtoJson.webhook(event), Stream.empty());
    }

    private void send(JsonObject event, Stream<URI> more) {
        List<URI> receivers = Stream.concat(target.receivers().stream(), more).toList();
        if (!receivers.isEmpty()) {
            String name = event.getString("event");
            Occasion occasion =
                    new Occasion(QueueKey.of(event), name, LooseJson.of(event, random), time.now(), gate.meet(name));
            receivers.stream().map(url -> new Delivery(occasion, url)).forEach(this::queue);
        }
    }

    private void queue(Delivery delivery) {
        queues.values().removeIf(DeliveryQueue::isIdle);
        queues.computeIfAbsent(delivery.line(), _ -> new DeliveryQueue(outgoing, signer, gate, time, journal))
                .add(delivery);
    }
}
