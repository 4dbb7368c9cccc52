package dev.colloquy.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only row-level security separates the tenants here: no statement names one. */
@QuarkusTest
class TenantIsolationTest {

    @Inject
    TenantTables tables;

    @BeforeEach
    void writeAsAcme() {
        tables.rows("acme", """
                insert into connection values
                    (uuidv7(), uuidv7(), 'acme', now(), now(), 1000, 'client', 0, 0)""");
        tables.rows("acme", "insert into call values (uuidv7()::text, uuidv7(), 'acme', now(), null)");
        tables.rows("acme", "insert into teardown values (uuidv7()::text, uuidv7(), 'acme', 'SIGNAL')");
        tables.rows(
                "acme", "insert into journal_entry (interview_id, tenant, message) values (uuidv7(), 'acme', '{}')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "call", "teardown", "journal_entry"})
    @DisplayName("X1: a tenant sees no row of another one")
    void hidesTheRowsOfAnotherTenant(String table) {
        assertFalse(tables.rows("acme", "select from " + table).isEmpty());
        assertEquals(List.of(), tables.rows("globex", "select from " + table));
        assertEquals(List.of(), tables.rows("", "select from " + table));
    }

    @Test
    @DisplayName("X1: a tenant writes no row for another one")
    void refusesRowsForAnotherTenant() {
        assertThrows(
                Exception.class,
                () -> tables.rows(
                        "globex", "insert into teardown values (uuidv7()::text, uuidv7(), 'acme', 'SIGNAL')"));
    }
}
