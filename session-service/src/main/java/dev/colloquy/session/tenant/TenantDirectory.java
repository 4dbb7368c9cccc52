package dev.colloquy.session.tenant;

import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which tenants there are: ids only, outside row-level security, for those who belong to none. */
@ApplicationScoped
public class TenantDirectory {

    private static final String ADD = "insert into tenant_directory (id) values (?1) on conflict do nothing";
    private static final String PAGE = "select id from tenant_directory order by id limit ?1 offset ?2";
    private static final String COUNT = "select count(*) from tenant_directory";

    /** Answers whether it is new. */
    public Uni<Boolean> add(TenantId tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, tenant.value())
                        .executeUpdate())
                .map(added -> added > 0);
    }

    public Uni<List<TenantId>> page(int page, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, String.class)
                        .setParameter(1, size)
                        .setParameter(2, page * size)
                        .getResultList())
                .map(ids -> ids.stream().map(TenantId::new).toList());
    }

    public Uni<Long> count() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class).getSingleResult());
    }
}
