package dev.colloquy.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a replica does about its own transactions at once, here where no poll would ever find it. */
@QuarkusTest
@TestProfile(PromptnessTest.WithoutPoll.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class PromptnessTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    PaymentService payments;

    @Inject
    ReceiptWorker receipts;

    @Inject
    LeasedWork work;

    @Inject
    Pool pool;

    @Test
    void publishesWhatACommittedTransactionTells() {
        var id = UUID.randomUUID();
        run(() -> payments.pay(id, 1));
        await().atMost(LIMIT).until(() -> isPublished(id.toString()));
    }

    @Test
    @DisplayName("a transaction that rolls back wakes nobody")
    void isNotWokenByARollback() {
        var left = UUID.randomUUID().toString();
        leaveUnnoticed(left);
        assertThrows(IllegalStateException.class, () -> run(() -> payments.payAndFail(UUID.randomUUID())));
        await().during(Duration.ofMillis(500)).atMost(LIMIT).until(() -> receipts.times(left) == 0);
        run(() -> payments.leave(UUID.randomUUID().toString(), "work"));
        await().atMost(LIMIT).until(() -> receipts.times(left) == 1);
    }

    @Test
    void doesWhatACommittedTransactionLeaves() {
        var key = UUID.randomUUID().toString();
        run(() -> payments.leave(key, "work"));
        await().atMost(LIMIT).until(() -> receipts.times(key) == 1);
    }

    @Test
    @DisplayName("a statement of somebody's own may add work, too, who then wakes its worker")
    void doesWhatItIsWokenFor() {
        var key = UUID.randomUUID().toString();
        leaveUnnoticed(key);
        work.wake(receipts.queue());
        await().atMost(LIMIT).until(() -> receipts.times(key) == 1);
    }

    @Test
    @DisplayName("a message that an older transaction holds back is published soon after that has ended")
    void looksAgainForWhatIsHeldBack() {
        var id = UUID.randomUUID();
        var older = pool.getConnection().await().atMost(LIMIT);
        var transaction = older.begin().await().atMost(LIMIT);
        older.query("select pg_current_xact_id()").execute().await().atMost(LIMIT);
        run(() -> payments.pay(id, 1));
        await().during(Duration.ofMillis(300)).atMost(LIMIT).until(() -> !isPublished(id.toString()));
        transaction.rollback().await().atMost(LIMIT);
        older.close().await().atMost(LIMIT);
        await().atMost(LIMIT).until(() -> isPublished(id.toString()));
        assertEquals(1, TopicReader.records(PaymentService.TOPIC, id.toString()).size());
    }

    private static boolean isPublished(String key) {
        return !TopicReader.records(PaymentService.TOPIC, key).isEmpty();
    }

    private void leaveUnnoticed(String key) {
        pool.preparedQuery("select add_work($1, $2, '{\"mode\": \"work\"}', 0)")
                .execute(Tuple.from(List.of(receipts.queue(), key)))
                .await()
                .atMost(LIMIT);
    }

    private static <T> T run(Supplier<Uni<T>> call) {
        try {
            return VertxContextSupport.subscribeAndAwait(call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** As good as never polling. */
    public static class WithoutPoll implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("colloquy.messaging.poll-interval", "1h");
        }
    }
}
