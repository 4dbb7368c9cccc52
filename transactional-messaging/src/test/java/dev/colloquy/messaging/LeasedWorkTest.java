package dev.colloquy.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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
    PaymentService payments;

    @Inject
    WorkTable table;

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

    @Test
    @DisplayName("work that is renewed is done again, whether it was done or is dead")
    void isDoneAgainWhenRenewed() {
        var done = leave("work");
        settled(done, "done");
        var dead = leave("hopeless");
        settled(dead, "dead");

        renew("receipts", done);
        renew("receipts", dead);

        await().atMost(LIMIT).until(() -> receipts.times(done) == 2 && receipts.times(dead) == 2);
        settled(done, "done");
        assertNull(settled(dead, "done").getString("last_error"));
    }

    @Test
    @DisplayName("work that is renewed while a worker is at it is not settled by him, but done again")
    void isNotSettledByAWorkerItWasTakenFrom() {
        var worker = new IdleWorker();
        renew(worker.queue(), worker.queue());
        var taken = waitFor(table.claim(worker, 1)).getFirst();

        renew(worker.queue(), worker.queue());
        waitFor(table.done(List.of(taken)));
        waitFor(table.bury(taken, "too late"));
        waitFor(table.postpone(taken, "too late"));

        var again = waitFor(table.claim(worker, 1));
        assertEquals(1, again.size());
        assertEquals(1, again.getFirst().attempt());
    }

    @Test
    void tellsHowFarItHasCome() throws Throwable {
        var key = leave("hopeless");
        settled(key, "dead");

        var progress = VertxContextSupport.subscribeAndAwait(() -> payments.progress("receipts", key));

        assertNotNull(progress);
        assertEquals(1, progress.attempts());
        assertTrue(String.valueOf(progress.lastError()).contains("cannot be done"));
        assertNull(VertxContextSupport.subscribeAndAwait(() -> payments.progress("receipts", "never-added")));
    }

    @Test
    @DisplayName(
            "the wait after a failure doubles with each attempt, and jitter keeps those that failed together apart")
    void waitsLongerWithEachFailureAndNotInStep() {
        var worker = new IdleWorker();
        sql("""
                insert into leased_work (queue, key, payload, attempts)
                select $1, gen_random_uuid()::text, '{}', 3 from generate_series(1, 20)""", worker.queue());
        for (var job : waitFor(table.claim(worker, 20))) {
            waitFor(table.postpone(job, "failed for the fourth time"));
        }
        var waits = sql(
                        "select extract(epoch from due_at - clock_timestamp())::float8 from leased_work where queue = $1",
                        worker.queue())
                .stream()
                .map(row -> row.getDouble(0))
                .toList();
        assertTrue(waits.stream().allMatch(wait -> wait <= 0.4), "50 ms doubled three times: " + waits);
        assertTrue(Collections.max(waits) - Collections.min(waits) > 0.05, "spread over half of that: " + waits);
    }

    private void renew(String queue, String key) {
        sql("select renew_work($1, $2, '{\"mode\": \"work\"}')", queue, key);
    }

    private static <T> T waitFor(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private RowSet<Row> sql(String statement, Object... values) {
        return pool.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(LIMIT);
    }

    private static final class IdleWorker implements Worker {

        private final String queue = UUID.randomUUID().toString();

        @Override
        public String queue() {
            return queue;
        }

        @Override
        public Uni<Void> perform(Job job) {
            return Uni.createFrom().voidItem();
        }
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
