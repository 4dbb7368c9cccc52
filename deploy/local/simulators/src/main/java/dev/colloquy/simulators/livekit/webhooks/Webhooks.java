package dev.colloquy.simulators.livekit.webhooks;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.Outgoing;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitWebhook.WebhookEvent;

/**
 * Announces rooms, participants and egress. Events of one room are ordered among themselves, events of one egress too,
 * but not the ones against the others. Several receivers get the same event under the same id.
 */
public final class Webhooks implements RoomAudience {

    private final List<URI> receivers;
    private final WebhookSigner signer;
    private final Outgoing outgoing;
    private final WebhookGate gate;
    private final SimulatedTime time;
    private final Ids ids;
    private final Journal journal;
    private final Map<String, DeliveryQueue> queues = new HashMap<>();

    public Webhooks(
            WebhookTarget target, Outgoing outgoing, Faults faults, SimulatedTime time, Ids ids, Journal journal) {
        this.receivers = target.receivers();
        this.signer = new WebhookSigner(target.apiKey(), target.apiSecret(), time);
        this.outgoing = outgoing;
        this.gate = new WebhookGate(FaultPoint.LIVEKIT_WEBHOOK, faults, time);
        this.time = time;
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        send(room.name(), event("room_started").setRoom(room.view()), List.of());
    }

    @Override
    public void joined(LiveRoom room, ParticipantInfo participant) {
        send(room.name(), event("participant_joined").setRoom(room.view()).setParticipant(participant), List.of());
    }

    @Override
    public void left(LiveRoom room, ParticipantInfo participant) {
        send(room.name(), event("participant_left").setRoom(room.view()).setParticipant(participant), List.of());
    }

    @Override
    public void finished(LiveRoom room) {
        send(room.name(), event("room_finished").setRoom(room.view()), List.of());
    }

    /** {@code more} are the receivers the egress request itself named. */
    public void egress(String name, LiveRoom room, EgressInfo info, List<URI> more) {
        send(info.getEgressId(), event(name).setRoom(room.reference()).setEgressInfo(info), more);
    }

    private WebhookEvent.Builder event(String name) {
        return WebhookEvent.newBuilder()
                .setEvent(name)
                .setId(ids.next("EV_", 12))
                .setCreatedAt(time.now().getEpochSecond());
    }

    private void send(String key, WebhookEvent.Builder event, List<URI> more) {
        Buffer body = body(event.build());
        Stream.concat(receivers.stream(), more.stream())
                .distinct()
                .forEach(url -> queue(key, url).add(new Delivery(url, key, event.getEvent(), body, time.now())));
    }

    private DeliveryQueue queue(String key, URI url) {
        queues.values().removeIf(DeliveryQueue::isIdle);
        return queues.computeIfAbsent(key + " " + url, _ -> new DeliveryQueue(outgoing, signer, gate, time, journal));
    }

    private static Buffer body(WebhookEvent event) {
        try {
            return Buffer.buffer(
                    JsonFormat.printer().omittingInsignificantWhitespace().print(event));
        } catch (InvalidProtocolBufferException unprintable) {
            throw new IllegalStateException("a webhook cannot be printed", unprintable);
        }
    }
}
