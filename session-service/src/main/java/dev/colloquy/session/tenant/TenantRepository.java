package dev.colloquy.session.tenant;

import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The tenants; only the one whose rows are open can be seen. */
@ApplicationScoped
public class TenantRepository implements PanacheRepositoryBase<Tenant, String> {

    /** Holds the tenant until the transaction ends, so that its positions change one after the other. */
    public Uni<Tenant> hold(TenantId tenant) {
        return findById(tenant.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(TenantNotSetUp::new);
    }
}
