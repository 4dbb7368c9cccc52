package dev.colloquy.webhook.reconciliation;

import static java.util.stream.Collectors.toMap;

import dev.colloquy.webhook.livekit.LiveKitApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import livekit.LivekitModels.Room;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that are open. One question serves all that are looked for within a tenth of the interval in which each is: two
 * answers about a room never come of the same question.
 */
@ApplicationScoped
class OpenRooms {

    private static final int PARTS = 10;

    private final Supplier<Uni<List<Room>>> question;
    private final Duration memory;
    private final Clock clock;

    private @Nullable Asked last;

    @Inject
    OpenRooms(LiveKitApi liveKit, ReconciliationConfig config, Clock clock) {
        this(liveKit::rooms, config.room().interval(), clock);
    }

    OpenRooms(Supplier<Uni<List<Room>>> question, Duration interval, Clock clock) {
        this.question = question;
        this.memory = interval.dividedBy(PARTS);
        this.clock = clock;
    }

    private record Asked(Instant at, Uni<Map<String, Room>> rooms) {}

    /** The room, if it was open a moment ago. Answers on whichever thread the question was asked by. */
    Uni<Optional<Room>> find(String name) {
        return latest().rooms().map(rooms -> Optional.ofNullable(rooms.get(name)));
    }

    private synchronized Asked latest() {
        var now = clock.instant();
        var known = last;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(memory) >= 0) {
            known = new Asked(now, ask());
            last = known;
        }
        return known;
    }

    private Uni<Map<String, Room>> ask() {
        return question.get()
                .map(OpenRooms::byName)
                .onFailure()
                .invoke(this::forget)
                .memoize()
                .indefinitely();
    }

    /** Who asks after a failure asks anew. */
    private synchronized void forget() {
        last = null;
    }

    private static Map<String, Room> byName(List<Room> rooms) {
        return rooms.stream().collect(toMap(Room::getName, Function.identity(), (one, _) -> one));
    }
}
