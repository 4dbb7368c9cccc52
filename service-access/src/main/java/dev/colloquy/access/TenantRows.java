package dev.colloquy.access;

import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens one tenant's rows. Tables with tenant data force row-level security on {@code app.tenant}; a transaction that
 * never called this sees no row at all.
 */
@ApplicationScoped
public class TenantRows {

    private static final String BIND = "select set_config('app.tenant', $1, true)";

    /** Binds the current transaction to a tenant; the first statement of every service method that touches one. */
    public Uni<Void> of(TenantId tenant) {
        return Sql.value(BIND, String.class, tenant.value()).replaceWithVoid();
    }
}
