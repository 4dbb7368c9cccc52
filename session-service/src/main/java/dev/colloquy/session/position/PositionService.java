package dev.colloquy.session.position;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.revision.Revision;
import dev.colloquy.session.tenant.Tenant;
import dev.colloquy.session.tenant.TenantDirectory;
import dev.colloquy.session.tenant.TenantRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes positions, one after the other within a tenant: each change holds the tenant's row first. */
@ApplicationScoped
public class PositionService {

    private final TenantRows rows;
    private final TenantDirectory directory;
    private final TenantRepository tenants;
    private final PositionRepository positions;
    private final DefaultPosition defaults;
    private final PositionNews news;
    private final Clock clock;

    PositionService(
            TenantRows rows,
            TenantDirectory directory,
            TenantRepository tenants,
            PositionRepository positions,
            DefaultPosition defaults,
            PositionNews news,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.tenants = tenants;
        this.positions = positions;
        this.defaults = defaults;
        this.news = news;
        this.clock = clock;
    }

    @WithTransaction
    Uni<PositionView.Page> list(TenantId tenant, int page, int size) {
        return rows.of(tenant)
                .chain(() -> positions.newestFirst(page, size))
                .chain(found -> positions
                        .countOffered()
                        .map(total -> new PositionView.Page(
                                found.stream().map(PositionView::of).toList(), page, size, total)));
    }

    @WithTransaction
    Uni<PositionView> get(TenantId tenant, UUID id) {
        return rows.of(tenant).chain(() -> offered(id)).map(PositionView::of);
    }

    @WithTransaction
    Uni<PositionView> create(TenantId tenant, PositionRequest wish) {
        var position = Position.of(UUID.randomUUID(), tenant, wish, clock.instant());
        return rows.of(tenant)
                .chain(() -> tenants.hold(tenant))
                .chain(() -> position.tenantDefault
                        ? defaults.makeRoom()
                        : Uni.createFrom().voidItem())
                .chain(() -> positions.persistAndFlush(position))
                .call(news::tell)
                .map(PositionView::of);
    }

    @WithTransaction
    Uni<PositionView> change(TenantId tenant, UUID id, Revision seen, PositionRequest wish) {
        return held(tenant, id)
                .call(position -> wish.tenantDefault() && !position.tenantDefault
                        ? defaults.makeRoom()
                        : Uni.createFrom().voidItem())
                .call(position -> settle(position, it -> it.change(seen, wish, clock.instant())))
                .map(PositionView::of);
    }

    @WithTransaction
    Uni<Void> delete(TenantId tenant, UUID id, Revision seen) {
        return held(tenant, id)
                .call(position -> settle(position, it -> it.delete(seen, clock.instant())))
                .replaceWithVoid();
    }

    /** Sets a tenant up with its first positions; does nothing when it is there already. */
    @WithTransaction
    Uni<Void> setUp(TenantId tenant, String name, List<PositionRequest> first) {
        return rows.of(tenant)
                .chain(() -> directory.add(tenant))
                .chain(isNew -> isNew
                        ? tenants.persistAndFlush(Tenant.of(tenant, name, null, clock.instant()))
                                .chain(() -> createAll(tenant, first))
                        : Uni.createFrom().voidItem());
    }

    /**
     * What an interview for this position, or else for the tenant's default one, will be about. Also for a position that
     * was deleted since it was booked. Needs the tenant's rows open in the caller's transaction.
     */
    public Uni<PositionSnapshot> snapshot(@Nullable UUID positionId) {
        var found = positionId == null
                ? positions.findDefault().onItem().ifNull().failWith(NoDefaultPosition::new)
                : positions.findById(positionId).onItem().ifNull().failWith(() -> new UnknownPosition("positionId"));
        return found.map(position -> position.about);
    }

    private Uni<Void> createAll(TenantId tenant, List<PositionRequest> wishes) {
        return Multi.createFrom()
                .iterable(wishes)
                .onItem()
                .transformToUniAndConcatenate(wish -> create(tenant, wish))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Position> held(TenantId tenant, UUID id) {
        return rows.of(tenant).chain(() -> tenants.hold(tenant)).chain(() -> offered(id));
    }

    private Uni<Position> offered(UUID id) {
        return positions.findOffered(id).onItem().ifNull().failWith(PositionNotFound::new);
    }

    private Uni<Void> settle(Position position, Consumer<Position> change) {
        change.accept(position);
        return positions.flush().chain(() -> news.tell(position));
    }
}
