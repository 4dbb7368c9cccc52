package dev.colloquy.webhook.livekit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.ParticipantLeft;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Translation;
import dev.colloquy.webhook.signature.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who came and went in an interview's room and how its recording ended. */
@ApplicationScoped
class LiveKitTranslation implements Translation {

    private static final Set<String> HEARD =
            Set.of("participant_joined", "participant_left", "room_finished", "egress_ended");

    private final ObjectMapper json;

    LiveKitTranslation(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Provider provider() {
        return Provider.LIVEKIT;
    }

    @Override
    public boolean hears(IncomingDelivery incoming) {
        return incoming.isUnreadable()
                || (HEARD.contains(incoming.kind())
                        && incoming.subject().interview().isPresent());
    }

    @Override
    public Optional<Event> translate(Delivery delivery) {
        var event = LiveKitEvent.read(json, delivery.body());
        var kind = event.kind().orElseThrow(() -> new HopelessWork("The body is not an event of LiveKit's"));
        return event.interview().flatMap(interview -> translate(delivery, kind, event, interview));
    }

    private static Optional<Event> translate(
            Delivery delivery, String kind, LiveKitEvent event, InterviewId interview) {
        var at = event.createdAt().orElse(delivery.receivedAt());
        return switch (kind) {
            case "participant_joined" ->
                kindOf(event.participant())
                        .map(who -> new ParticipantJoined(delivery.eventId(), at, interview, sidOf(event), who));
            case "participant_left" ->
                kindOf(event.participant())
                        .map(who -> new ParticipantLeft(
                                delivery.eventId(), at, interview, sidOf(event), who, disconnectReason(event)));
            case "room_finished" -> Optional.of(new RoomFinished(delivery.eventId(), at, interview, event.roomSid()));
            case "egress_ended" ->
                endingOf(event.egress())
                        .map(ending -> ending.event(delivery.eventId(), at, interview, FactSource.WEBHOOK));
            default -> Optional.empty();
        };
    }

    private static Optional<ParticipantKind> kindOf(JsonNode participant) {
        return Participants.kindOf(
                participant.path("kind").asText("STANDARD"),
                participant.path("identity").asText(""));
    }

    private static String sidOf(LiveKitEvent event) {
        return event.participant().path("sid").asText("");
    }

    private static @Nullable String disconnectReason(LiveKitEvent event) {
        return LenientJson.text(event.participant().path("disconnectReason")).orElse(null);
    }

    private static Optional<EgressEnding> endingOf(JsonNode egress) {
        var file = egress.path("fileResults").path(0);
        return EgressEnding.of(
                LenientJson.text(egress.path("egressId"))
                        .orElseThrow(() -> new HopelessWork("An ended egress without egressId")),
                egress.path("status").asText(""),
                LenientJson.text(file.path("location"))
                        .orElseGet(() -> file.path("filename").asText("")),
                Duration.ofNanos(file.path("duration").asLong()));
    }
}
