package dev.colloquy.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages of a key go out in the order of its row lock, however old the transactions are that took it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class OvertakingTest {

    private final String key = UUID.randomUUID().toString();
    private final List<Connection> open = new ArrayList<>();
    private Connection old;
    private Connection bystander;
    private Connection young;

    /** A transaction has its id, and with it its age, from its first write. */
    @BeforeEach
    void beginThreeTransactions() throws SQLException {
        old = begin();
        bystander = begin();
        young = begin();
    }

    @AfterEach
    void close() throws SQLException {
        for (var connection : open) {
            connection.close();
        }
    }

    @Test
    @DisplayName("K02: an old transaction that comes to a key second is second, though one between them is still open")
    void isNotOvertakenByAnOlderTransaction() throws SQLException {
        add(young, 1);
        young.commit();
        add(old, 2);
        old.commit();
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> amounts().isEmpty());
        bystander.commit();
        await().atMost(Duration.ofSeconds(10)).until(() -> amounts().size() >= 2);
        assertEquals(List.of(1, 2), amounts());
    }

    private Connection begin() throws SQLException {
        var connection = PostgresResource.ownerConnection("booking");
        open.add(connection);
        connection.setAutoCommit(false);
        run(connection, "select pg_current_xact_id()");
        return connection;
    }

    private void add(Connection connection, int amount) throws SQLException {
        run(connection, """
                insert into outbox_message (event_id, topic, key, payload)
                values (gen_random_uuid(), '%s', '%s', '{"amount":%d}')""".formatted(PaymentService.TOPIC, key, amount));
    }

    private List<Integer> amounts() {
        return TopicReader.records(PaymentService.TOPIC, key).stream()
                .map(record -> Integer.valueOf(record.value().replaceAll("\\D", "")))
                .toList();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
