package dev.colloquy.session.position;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PositionRepository implements PanacheRepositoryBase<Position, UUID> {

    Uni<List<Position>> newestFirst() {
        return list("order by createdAt desc");
    }

    Uni<@Nullable Position> findDefault() {
        return find("tenantDefault").firstResult();
    }
}
