package dev.colloquy.session.position;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The position that a tenant's candidates are interviewed for when none is named; in the caller's transaction. */
@ApplicationScoped
public class DefaultPosition {

    private final PositionRepository positions;
    private final PositionNews news;
    private final Clock clock;

    DefaultPosition(PositionRepository positions, PositionNews news, Clock clock) {
        this.positions = positions;
        this.news = news;
        this.clock = clock;
    }

    public Uni<@Nullable UUID> find() {
        return positions.findDefault().onItem().ifNotNull().transform(position -> position.id);
    }

    /**
     * Puts this position into the place of the one before. Needs the tenant held.
     *
     * @param field of the request that names the position
     */
    public Uni<Void> become(UUID id, String field) {
        return positions
                .findOffered(id)
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownPosition(field))
                .chain(position -> position.tenantDefault
                        ? Uni.createFrom().voidItem()
                        : makeRoom().chain(() -> settle(position, true)));
    }

    /** Flushed at once: the database allows one default at any moment. */
    Uni<Void> makeRoom() {
        return positions
                .findDefault()
                .onItem()
                .ifNotNull()
                .call(position -> settle(position, false))
                .replaceWithVoid();
    }

    private Uni<Void> settle(Position position, boolean isDefault) {
        position.makeDefault(isDefault, clock.instant());
        return positions.flush().chain(() -> news.tell(position));
    }
}
