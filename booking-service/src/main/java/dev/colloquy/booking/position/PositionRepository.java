package dev.colloquy.booking.position;

import dev.colloquy.events.PositionUpdated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class PositionRepository implements PanacheRepositoryBase<Position, UUID> {

    private static final String KEEP_NEWEST = """
            insert into position (id, tenant, title, tenant_default, provider, deleted, updated_at)
            values (?1, ?2, ?3, ?4, nullif(?5, ''), ?6, ?7)
            on conflict (id) do update
            set title = excluded.title, tenant_default = excluded.tenant_default, provider = excluded.provider,
                deleted = excluded.deleted, updated_at = excluded.updated_at
            where position.updated_at <= excluded.updated_at""";

    /** The position of that id, or the tenant's default one when there is no id. */
    public Uni<Optional<Position>> findOffered(@Nullable UUID id) {
        var query = id == null
                ? find("tenantDefault and not deleted order by updatedAt desc")
                : find("id = ?1 and not deleted", id);
        return query.firstResult().map(Optional::ofNullable);
    }

    /** Takes over what is told, unless something newer is known already. */
    Uni<Void> keep(PositionUpdated told) {
        var provider = told.provider() == null ? "" : told.provider().name();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP_NEWEST)
                        .setParameter(1, told.positionId())
                        .setParameter(2, told.tenant().value())
                        .setParameter(3, told.title())
                        .setParameter(4, told.tenantDefault())
                        .setParameter(5, provider)
                        .setParameter(6, told.deleted())
                        .setParameter(7, told.occurredAt())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
