package dev.colloquy.session.tenant;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.revision.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A customer of this installation. */
@Entity
public class Tenant {

    @Id
    String id;

    String name;

    String timeZone = "UTC";

    @Nullable
    String administratorEmail;

    @Nullable
    @Enumerated(EnumType.STRING)
    Provider defaultProvider;

    @JdbcTypeCode(SqlTypes.JSON)
    Branding branding = Branding.NONE;

    Instant createdAt;

    Instant updatedAt;

    @Version
    int version;

    public static Tenant of(TenantId id, String name, @Nullable String administratorEmail, Instant now) {
        var tenant = new Tenant();
        tenant.id = id.value();
        tenant.name = name;
        tenant.administratorEmail = administratorEmail;
        tenant.createdAt = now;
        tenant.updatedAt = now;
        return tenant;
    }

    /**
     * Becomes what its administrator decides.
     *
     * @throws dev.colloquy.session.revision.ChangedMeanwhile when he has not seen its current state
     */
    public void change(Revision seen, TenantSettings wish, Instant now) {
        seen.requireCurrent(version);
        name = wish.name();
        timeZone = wish.timeZone();
        administratorEmail = wish.administratorEmail();
        defaultProvider = wish.defaultProvider();
        branding = wish.branding();
        updatedAt = now;
    }

    public TenantId tenantId() {
        return new TenantId(id);
    }

    public TenantSettings settings() {
        return new TenantSettings(name, timeZone, administratorEmail, defaultProvider, branding);
    }

    public @Nullable Provider defaultProvider() {
        return defaultProvider;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
