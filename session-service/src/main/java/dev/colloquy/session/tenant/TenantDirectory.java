package dev.colloquy.session.tenant;

import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Which tenants there are: ids only, outside row-level security, for those who belong to none. */
@ApplicationScoped
public class TenantDirectory {

    private static final String ADD = "insert into tenant_directory (id) values ($1) on conflict do nothing";
    private static final String PAGE = """
            select coalesce(array_agg(id order by id), '{}')
            from (select id from tenant_directory order by id limit $1 offset $2) as page""";
    private static final String COUNT = "select count(*) from tenant_directory";

    /** Answers whether it is new. */
    public Uni<Boolean> add(TenantId tenant) {
        return Sql.update(ADD, tenant.value()).map(added -> added > 0);
    }

    public Uni<List<TenantId>> page(int page, int size) {
        return Sql.value(PAGE, String[].class, (long) size, (long) page * size)
                .map(ids -> Stream.of(ids).map(TenantId::new).toList());
    }

    public Uni<Long> count() {
        return Sql.value(COUNT, Long.class);
    }
}
