package dev.colloquy.webhook.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.Event;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.livekit.LiveKitApi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import livekit.LivekitModels.Room;

/** Asks LiveKit who is in an interview's room, from the opening of the link until the interview is over. */
@Singleton
class RoomInquiry extends Inquiry {

    private static final String GONE = "room gone";
    private static final int FULL_LOOK = 3;

    private final OpenRooms openRooms;
    private final LiveKitApi liveKit;
    private final PresenceService presences;
    private final ReconciliationConfig.Room config;
    private final Clock clock;

    RoomInquiry(
            ReconciliationService reconciliation,
            ObjectMapper json,
            OpenRooms openRooms,
            LiveKitApi liveKit,
            PresenceService presences,
            ReconciliationConfig config,
            Clock clock) {
        super(reconciliation, json);
        this.openRooms = openRooms;
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
        return openRooms
                .find(expectation.interview().roomName())
                .emitOn(eventLoop())
                .chain(room -> presences
                        .of(expectation.interview())
                        .chain(told -> room.map(open -> look(expectation, open, told))
                                .orElseGet(() -> miss(expectation, told))));
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

    private Uni<Answer> look(Expectation expectation, Room room, ToldPresence told) {
        return isAsTold(expectation, room, told)
                ? Uni.createFrom().item(answer(room, room.getNumParticipants(), List.of()))
                : liveKit.participants(room.getName())
                        .map(those -> answer(room, those.size(), told.changesTo(those, clock.instant())));
    }

    /** By their number alone one who came for one who went would be missed: each third question looks all the same. */
    private static boolean isAsTold(Expectation expectation, Room room, ToldPresence told) {
        return expectation.questions() % FULL_LOOK != 0
                && room.getSid().equals(expectation.roomSid())
                && room.getNumParticipants() == told.present().size();
    }

    private static Answer answer(Room room, int participants, List<Event> changes) {
        return new Answer(Answer.Certainty.OPEN, "%d in the room".formatted(participants), changes, room.getSid());
    }

    /** A room that was there and is missing twice is closed: once may be a server that has just started. */
    private Uni<Answer> miss(Expectation expectation, ToldPresence told) {
        if (expectation.roomSid() == null && told.isEmpty()) {
            return Uni.createFrom().item(Answer.nothing("no room"));
        }
        return GONE.equals(expectation.lastAnswer())
                ? liveKit.room(expectation.interview().roomName())
                        .map(room -> room.map(_ -> Answer.open("room back", List.of()))
                                .orElseGet(() -> end(expectation, told)))
                : Uni.createFrom().item(Answer.open(GONE, List.of()));
    }

    private Answer end(Expectation expectation, ToldPresence told) {
        var roomSid = Objects.requireNonNullElse(expectation.roomSid(), "");
        return Answer.complete(GONE, told.endOfRoom(roomSid, clock.instant()));
    }

    /** Whoever asked first was on another thread than those who share the answer. */
    private static Executor eventLoop() {
        var context = Vertx.currentContext();
        return task -> context.runOnContext(_ -> task.run());
    }
}
