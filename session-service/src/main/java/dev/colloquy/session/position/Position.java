package dev.colloquy.session.position;

import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.revision.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A job that candidates are interviewed for. A deleted one is not offered any more, but kept for those who booked it. */
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

    Instant updatedAt;

    @Nullable
    Instant deletedAt;

    @Version
    int version;

    static Position of(UUID id, TenantId tenant, PositionRequest wish, Instant now) {
        var position = new Position();
        position.id = id;
        position.tenant = tenant.value();
        position.createdAt = now;
        position.describe(wish, now);
        return position;
    }

    /**
     * Becomes what its recruiter describes.
     *
     * @throws dev.colloquy.session.revision.ChangedMeanwhile when he has not seen its current state
     * @throws DefaultNeeded when it would leave the tenant without a default
     */
    void change(Revision seen, PositionRequest wish, Instant now) {
        seen.requireCurrent(version);
        if (tenantDefault && !wish.tenantDefault()) {
            throw new DefaultNeeded();
        }
        describe(wish, now);
    }

    /** Is not offered from now on; refuses like a change. */
    void delete(Revision seen, Instant now) {
        seen.requireCurrent(version);
        if (tenantDefault) {
            throw new DefaultNeeded();
        }
        deletedAt = now;
        updatedAt = now;
    }

    void makeDefault(boolean yes, Instant now) {
        tenantDefault = yes;
        updatedAt = now;
    }

    /** @param tenantProvider who carries its interviews when it names nobody itself */
    PositionUpdated updated(@Nullable Provider tenantProvider, Instant now) {
        return new PositionUpdated(
                UUID.randomUUID(),
                now,
                new TenantId(tenant),
                id,
                about.title(),
                tenantDefault,
                provider == null ? tenantProvider : provider,
                deletedAt != null);
    }

    private void describe(PositionRequest wish, Instant now) {
        about = wish.snapshot(id);
        provider = wish.provider();
        tenantDefault = wish.tenantDefault();
        updatedAt = now;
    }
}
