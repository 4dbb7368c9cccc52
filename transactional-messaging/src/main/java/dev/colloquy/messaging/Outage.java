package dev.colloquy.messaging;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a failure that passes by itself, such as a lost connection or a deadlock, from one that stays. */
final class Outage {

    /** SQLSTATE classes: connection, rollback (deadlock, serialisation), resources, object in use, operator. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");
    /** What Vert.x fails with when no connection of the pool became free or the one in use is gone. */
    private static final String UNNAMED = "io.vertx.core.impl.NoStackTraceThrowable";

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Throwable::getCause)
                .limit(20)
                .takeWhile(cause -> cause != null)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case PgException refused -> isPassing(refused.getSqlState());
            case SQLException translated -> isPassing(translated.getSQLState());
            case IOException _, TimeoutException _, VertxException _ -> true;
            case OptimisticLockException _, JDBCConnectionException _ -> true;
            default -> cause.getClass().getName().equals(UNNAMED);
        };
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null && sqlState.length() == 5 && PASSING.contains(sqlState.substring(0, 2));
    }
}
