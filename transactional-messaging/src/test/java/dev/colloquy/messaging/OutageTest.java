package dev.colloquy.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K11: what passes by itself is tried again, what does not becomes a dead letter. */
class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57P03"})
    void waitsForWhatPasses(String sqlState) {
        assertTrue(Outage.isBehind(new IllegalStateException(refused(sqlState))));
        assertTrue(Outage.isBehind(new HibernateException(new SQLException("as Hibernate tells it", sqlState))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42501", "42P01"})
    void givesUpOnWhatStays(String sqlState) {
        assertFalse(Outage.isBehind(new IllegalStateException(refused(sqlState))));
        assertFalse(Outage.isBehind(new HibernateException(new SQLException("as Hibernate tells it", sqlState))));
    }

    @Test
    @DisplayName("a database that cannot be reached is an outage, a broken effect is not")
    void tellsTheDatabaseFromTheEffect() {
        assertTrue(Outage.isBehind(new RuntimeException(new ConnectException("refused"))));
        assertFalse(Outage.isBehind(new IllegalArgumentException("no such status")));
    }

    private static PgException refused(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, "");
    }
}
