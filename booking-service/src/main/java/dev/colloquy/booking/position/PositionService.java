package dev.colloquy.booking.position;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.PositionUpdated;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PositionService {

    private final TenantRows tenantRows;
    private final PositionRepository positions;

    PositionService(TenantRows tenantRows, PositionRepository positions) {
        this.tenantRows = tenantRows;
        this.positions = positions;
    }

    @WithTransaction
    Uni<Void> keep(PositionUpdated told) {
        return tenantRows.of(told.tenant()).chain(() -> positions.keep(told));
    }
}
