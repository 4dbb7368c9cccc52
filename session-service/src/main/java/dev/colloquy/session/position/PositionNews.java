package dev.colloquy.session.position;

import dev.colloquy.messaging.Outbox;
import dev.colloquy.session.tenant.TenantRepository;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells the other services of positions, in the caller's transaction. */
@ApplicationScoped
public class PositionNews {

    private final TenantRepository tenants;
    private final PositionRepository positions;
    private final Outbox outbox;
    private final Clock clock;

    PositionNews(TenantRepository tenants, PositionRepository positions, Outbox outbox, Clock clock) {
        this.tenants = tenants;
        this.positions = positions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells of all positions that leave their provider to the tenant, once it has chosen another one. */
    public Uni<Void> tellOfProvider() {
        return positions
                .withoutProvider()
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::tell)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    Uni<Void> tell(Position position) {
        return tenants.findById(position.tenant)
                .map(tenant -> position.updated(tenant.defaultProvider(), clock.instant()))
                .chain(event -> outbox.add(event.topic(), event.key(), event.eventId(), event));
    }
}
