package dev.colloquy.session.position;

import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A job that candidates are interviewed for. */
@Entity
class Position {

    @Id
    UUID id;

    String tenant;

    @JdbcTypeCode(SqlTypes.JSON)
    PositionSnapshot about;

    @Nullable
    @Enumerated(EnumType.STRING)
    Provider provider;

    boolean tenantDefault;

    Instant createdAt;

    static Position of(UUID id, TenantId tenant, PositionRequest wish, Instant now) {
        var position = new Position();
        position.id = id;
        position.tenant = tenant.value();
        position.about = wish.snapshot(id);
        position.provider = wish.provider();
        position.tenantDefault = wish.tenantDefault();
        position.createdAt = now;
        return position;
    }

    PositionUpdated updated(Instant now) {
        return new PositionUpdated(
                UUID.randomUUID(), now, new TenantId(tenant), id, about.title(), tenantDefault, provider, false);
    }
}
