package dev.colloquy.webhook.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.Event;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.livekit.LiveKitApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import livekit.LivekitModels.Room;

/** Asks LiveKit who is in an interview's room, from the opening of the link until the interview is over. */
@Singleton
class RoomInquiry extends Inquiry {

    private static final String GONE = "room gone";

    private final LiveKitApi liveKit;
    private final PresenceService presences;
    private final ReconciliationConfig.Room config;
    private final Clock clock;

    RoomInquiry(
            ReconciliationService reconciliation,
            ObjectMapper json,
            LiveKitApi liveKit,
            PresenceService presences,
            ReconciliationConfig config,
            Clock clock) {
        super(reconciliation, json);
        this.liveKit = liveKit;
        this.presences = presences;
        this.config = config.room();
        this.clock = clock;
    }

    @Override
    Owed owed() {
        return Owed.ROOM;
    }

    @Override
    Uni<Answer> ask(Expectation expectation) {
        return liveKit.room(expectation.interview().roomName())
                .chain(room -> room.map(open -> look(expectation, open)).orElseGet(() -> miss(expectation)));
    }

    /** Session-service has deadlines of its own for rooms that nobody came to. */
    @Override
    List<Event> givenUp(Expectation expectation) {
        return List.of();
    }

    @Override
    Duration waitAfter(Question question) {
        return config.interval();
    }

    private Uni<Answer> look(Expectation expectation, Room room) {
        return liveKit.participants(room.getName())
                .chain(those -> presences
                        .of(expectation.interview())
                        .map(told -> new Answer(
                                Answer.Certainty.OPEN,
                                "%d in the room".formatted(those.size()),
                                told.changesTo(those, clock.instant()),
                                room.getSid())));
    }

    /** A room that was there and is missing twice is closed: once may be a server that has just started. */
    private Uni<Answer> miss(Expectation expectation) {
        return presences.of(expectation.interview()).map(told -> {
            var roomSid = expectation.roomSid();
            if (roomSid == null && told.isEmpty()) {
                return Answer.nothing("no room");
            }
            return GONE.equals(expectation.lastAnswer())
                    ? Answer.complete(GONE, told.endOfRoom(roomSid == null ? "" : roomSid, clock.instant()))
                    : Answer.open(GONE, List.of());
        });
    }
}
