package dev.colloquy.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class LeasedWorkTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String LEAVE = """
            insert into leased_work (queue, key, payload) values ('receipts', $1, jsonb_build_object('mode', $2::text))
            on conflict do nothing""";

    @Inject
    ReceiptWorker receipts;

    @Inject
    Pool pool;

    @Test
    void isDoneOnceHoweverOftenItIsAdded() {
        var key = leave("work");
        settled(key, "done");
        leave(key, "work");
        await().during(1, SECONDS).until(() -> receipts.times(key) == 1);
    }

    @Test
    void isTriedAgainAfterAFailure() {
        var key = leave("fail-twice");
        settled(key, "done");
        assertEquals(3, receipts.times(key));
    }

    @Test
    @DisplayName("poison dies with its reason after bounded time and blocks nobody")
    void diesWhenItsPatienceIsOver() {
        var poison = leave("fail");
        var thrown = leave("throw");
        settled(leave("work"), "done");
        assertTrue(settled(poison, "dead").getString("last_error").contains("attempt"));
        assertTrue(settled(thrown, "dead").getString("last_error").contains("thrown"));
        assertTrue(receipts.times(poison) >= 2);
    }

    @Test
    @DisplayName("work that never answers loses its place with its lease, and the queue goes on")
    void goesOnWhileOtherWorkHangs() {
        for (int i = 0; i < receipts.concurrency(); i++) {
            leave("hang");
        }
        settled(leave("work"), "done");
    }

    @Test
    void diesAtOnceWhenHopeless() {
        var key = leave("hopeless");
        assertTrue(settled(key, "dead").getString("last_error").contains("cannot be done"));
        assertEquals(1, receipts.times(key));
    }

    @Test
    @DisplayName("work of a worker that died is taken over after its lease, by the database's clock")
    void isTakenOverAfterTheLease() {
        var key = UUID.randomUUID().toString();
        pool.preparedQuery("""
                insert into leased_work (queue, key, payload, attempts, lease_owner, lease_until)
                values ('receipts', $1, '{"mode": "work"}', 1, gen_random_uuid(), clock_timestamp() + interval '1 second')
                """).execute(Tuple.of(key)).await().atMost(LIMIT);
        await().during(Duration.ofMillis(600)).atMost(LIMIT).until(() -> receipts.times(key) == 0);
        settled(key, "done");
        assertEquals(1, receipts.times(key));
    }

    private String leave(String mode) {
        var key = UUID.randomUUID().toString();
        leave(key, mode);
        return key;
    }

    private void leave(String key, String mode) {
        pool.preparedQuery(LEAVE).execute(Tuple.of(key, mode)).await().atMost(LIMIT);
    }

    private Row settled(String key, String state) {
        await().atMost(LIMIT).until(() -> row(key).getString("state").equals(state));
        return row(key);
    }

    private Row row(String key) {
        return pool.preparedQuery("select state, last_error from leased_work where key = $1")
                .execute(Tuple.of(key))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }
}
