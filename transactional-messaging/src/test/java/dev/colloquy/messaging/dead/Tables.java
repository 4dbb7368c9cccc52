package dev.colloquy.messaging.dead;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The rows of the messaging tests. */
@ApplicationScoped
class Tables {

    static final String ORDERS = "conversation-completed";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Pool pool;

    Tables(Pool pool) {
        this.pool = pool;
    }

    UUID publish(String key, String payload) {
        return message(key, payload, null);
    }

    UUID deadMessage(String key, String payload) {
        return message(key, payload, "too large");
    }

    private UUID message(String key, String payload, String deadReason) {
        var id = UUID.randomUUID();
        run("""
                insert into outbox_message (event_id, topic, key, payload, dead_reason)
                values ($1, 'conversation-completed', $2, $3, $4)""", id, key, payload, deadReason);
        return id;
    }

    UUID work(String mode) {
        var id = UUID.randomUUID();
        run("""
                insert into leased_work (id, queue, key, payload)
                values ($1, 'receipts', $1::text, jsonb_build_object('mode', $2::text))""", id, mode);
        return id;
    }

    String stateOfWork(UUID id) {
        return text("select state from leased_work where id = $1", id);
    }

    boolean isPublished(UUID message) {
        return number("select count(*) from outbox_message where event_id = $1 and published_at is not null", message)
                == 1;
    }

    long payments(UUID id) {
        return number("select count(*) from payment where id = $1", id);
    }

    long number(String query, Object... parameters) {
        return row(query, parameters).getLong(0);
    }

    String text(String query, Object... parameters) {
        return row(query, parameters).getString(0);
    }

    void run(String statement, Object... parameters) {
        pool.preparedQuery(statement).execute(Tuple.from(parameters)).await().atMost(LIMIT);
    }

    private Row row(String query, Object... parameters) {
        return pool.preparedQuery(query)
                .execute(Tuple.from(parameters))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }
}
