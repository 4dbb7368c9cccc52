package dev.colloquy.gateway;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads with the application's role what row-level security lets a tenant see. */
@ApplicationScoped
public class TenantTables {

    private final Pool pool;

    TenantTables(Pool pool) {
        this.pool = pool;
    }

    public List<Row> rows(String tenant, String sql, Object... values) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("select set_config('app.tenant', $1, true)")
                        .execute(Tuple.of(tenant))
                        .chain(() -> connection.preparedQuery(sql).execute(Tuple.from(values)))
                        .map(rows ->
                                StreamSupport.stream(rows.spliterator(), false).toList()))
                .await()
                .indefinitely();
    }
}
