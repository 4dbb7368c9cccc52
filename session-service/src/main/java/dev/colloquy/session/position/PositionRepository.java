package dev.colloquy.session.position;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The positions of the tenant whose rows are open. Those on offer are the ones that were not deleted. */
@ApplicationScoped
class PositionRepository implements PanacheRepositoryBase<Position, UUID> {

    Uni<List<Position>> newestFirst(int page, int size) {
        return find("deletedAt is null order by createdAt desc, id")
                .page(page, size)
                .list();
    }

    Uni<Long> countOffered() {
        return count("deletedAt is null");
    }

    Uni<@Nullable Position> findOffered(UUID id) {
        return find("id = ?1 and deletedAt is null", id).firstResult();
    }

    Uni<@Nullable Position> findDefault() {
        return find("tenantDefault").firstResult();
    }

    Uni<List<Position>> withoutProvider() {
        return list("provider is null and deletedAt is null");
    }
}
