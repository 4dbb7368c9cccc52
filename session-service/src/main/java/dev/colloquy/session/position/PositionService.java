package dev.colloquy.session.position;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Outbox;
import dev.colloquy.session.tenant.Tenant;
import dev.colloquy.session.tenant.TenantRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class PositionService {

    private final TenantRows rows;
    private final TenantRepository tenants;
    private final PositionRepository positions;
    private final Outbox outbox;
    private final Clock clock;

    PositionService(
            TenantRows rows, TenantRepository tenants, PositionRepository positions, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.positions = positions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<PositionView.Page> list(TenantId tenant) {
        return rows.of(tenant)
                .chain(positions::newestFirst)
                .map(found -> new PositionView.Page(
                        found.stream().map(PositionView::of).toList()));
    }

    @WithTransaction
    Uni<PositionView> create(TenantId tenant, PositionRequest wish) {
        var position = Position.of(UUID.randomUUID(), tenant, wish, clock.instant());
        return rows.of(tenant)
                .chain(() -> tenants.hold(tenant))
                .chain(() -> position.tenantDefault
                        ? replaceDefault()
                        : Uni.createFrom().voidItem())
                .chain(() -> positions.persist(position))
                .call(this::publish)
                .map(PositionView::of);
    }

    /** Sets a tenant up with its first position; does nothing when it is there already. */
    @WithTransaction
    Uni<Void> setUp(TenantId tenant, String name, PositionRequest first) {
        return rows.of(tenant)
                .chain(() -> tenants.findById(tenant.value()))
                .onItem()
                .ifNull()
                .switchTo(() -> tenants.persistAndFlush(Tenant.of(tenant.value(), name, clock.instant()))
                        .call(() -> create(tenant, first)))
                .replaceWithVoid();
    }

    /**
     * What an interview for this position, or else for the tenant's default one, will be about. Needs the tenant's rows
     * open in the caller's transaction.
     */
    public Uni<PositionSnapshot> snapshot(@Nullable UUID positionId) {
        return positionId == null
                ? positions
                        .findDefault()
                        .onItem()
                        .ifNull()
                        .failWith(NoDefaultPosition::new)
                        .map(position -> position.about)
                : positions
                        .findById(positionId)
                        .onItem()
                        .ifNull()
                        .failWith(PositionNotFound::new)
                        .map(position -> position.about);
    }

    private Uni<Void> replaceDefault() {
        return positions.findDefault().onItem().ifNotNull().call(this::demote).replaceWithVoid();
    }

    /** Flushed at once: the database allows one default at any moment. */
    private Uni<Void> demote(Position position) {
        position.tenantDefault = false;
        return positions.flush().chain(() -> publish(position));
    }

    private Uni<Void> publish(Position position) {
        var event = position.updated(clock.instant());
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }
}
