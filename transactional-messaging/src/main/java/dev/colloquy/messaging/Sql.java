package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * Statements about tables that no entity maps, in the transaction of the caller's session and on its connection. Unlike
 * Hibernate's native queries they are not interpreted, and do not write what the session holds back: it writes that at
 * its next query of an entity, or when it commits.
 */
public final class Sql {

    private Sql() {}

    /**
     * Changes rows.
     *
     * @param sql with {@code $1, $2} for the parameters
     * @return how many rows
     */
    public static Uni<Integer> update(String sql, @Nullable Object... parameters) {
        return connection()
                .chain(connection -> Uni.createFrom().completionStage(connection.update(sql, toColumns(parameters))));
    }

    /**
     * Reads a value.
     *
     * @param sql with {@code $1, $2} for the parameters
     * @return the first column of the first row; null where there is none
     */
    public static <T> Uni<@Nullable T> value(String sql, Class<T> type, @Nullable Object... parameters) {
        return connection()
                .chain(connection -> Uni.createFrom().completionStage(connection.select(sql, toColumns(parameters))))
                .map(rows -> rows.hasNext() ? type.cast(ofColumn(rows.next()[0])) : null);
    }

    private static @Nullable Object[] toColumns(@Nullable Object[] parameters) {
        return Stream.of(parameters).map(Sql::toColumn).toArray();
    }

    private static @Nullable Object toColumn(@Nullable Object parameter) {
        return switch (parameter) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[] bytes -> Buffer.buffer(bytes);
            case null, default -> parameter;
        };
    }

    private static @Nullable Object ofColumn(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }

    private static Uni<ReactiveConnection> connection() {
        return Panache.getSession().map(session -> ((MutinySessionImpl) session).getReactiveConnection());
    }
}
