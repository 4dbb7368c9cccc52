package dev.colloquy.session.administration;

import dev.colloquy.access.Role;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.tenant.Branding;
import dev.colloquy.session.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant; {@code version} in quotes is its {@code ETag}. */
record TenantView(
        TenantId tenant,
        String name,
        String timeZone,
        @Nullable Administrator administrator,
        @Nullable Provider defaultProvider,
        @Nullable UUID defaultPositionId,
        Branding branding,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Who runs the tenant, and what the OIDC issuer must put into the bearers of that account. */
    record Administrator(String email, Claims claims) {}

    record Claims(TenantId tenant, List<String> groups) {}

    record Summary(TenantId tenant, String name, int version, Instant createdAt) {

        static Summary of(Tenant tenant) {
            return new Summary(tenant.tenantId(), tenant.settings().name(), tenant.version(), tenant.createdAt());
        }
    }

    record Page(List<Summary> items, int page, int size, long total) {}

    private static final List<String> ROLES = List.of(Role.RECRUITER, Role.REVIEWER, Role.OPERATOR);

    static TenantView of(Tenant tenant, @Nullable UUID defaultPosition) {
        var settings = tenant.settings();
        var email = settings.administratorEmail();
        return new TenantView(
                tenant.tenantId(),
                settings.name(),
                settings.timeZone(),
                email == null ? null : new Administrator(email, new Claims(tenant.tenantId(), ROLES)),
                settings.defaultProvider(),
                defaultPosition,
                settings.branding(),
                tenant.version(),
                tenant.createdAt(),
                tenant.updatedAt());
    }
}
