package dev.colloquy.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The two sentences of this library, on real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class MessagingTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    PaymentService payments;

    @Inject
    Pool pool;

    @Test
    @DisplayName("a committed message reaches the broker once, with its key and its id in a header")
    void publishesOnceWhenTheTransactionCommits() {
        var id = UUID.randomUUID();
        run(() -> payments.pay(id, 42));
        assertEquals(List.of(42), published(id.toString(), 1));
        await().during(1, SECONDS).until(() -> records(id.toString()).size() == 1);
        var header = records(id.toString()).getFirst().headers().lastHeader("event-id");
        assertEquals(id.toString(), new String(header.value(), UTF_8));
    }

    @Test
    void keepsTheOrderOfAKey() {
        var keys = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        IntStream.range(0, 300).forEach(i -> insertOutbox(keys.get(i % 2), i));
        for (var key : keys) {
            var amounts = published(key, 150);
            assertEquals(amounts.stream().sorted().toList(), amounts);
        }
    }

    @Test
    @DisplayName("K02: a transaction that began first and commits last is not overtaken")
    void waitsForTheSlowTransaction() {
        var key = UUID.randomUUID().toString();
        var slow = pool.getConnection().await().atMost(LIMIT);
        var transaction = slow.begin().await().atMost(LIMIT);
        insert(slow.preparedQuery(INSERT), key, 1);
        insertOutbox(key, 2);
        await().during(1, SECONDS).until(() -> records(key).isEmpty());
        transaction.commit().await().atMost(LIMIT);
        slow.close().await().atMost(LIMIT);
        assertEquals(List.of(1, 2), published(key, 2));
    }

    @Test
    void doesNotPublishWhenTheTransactionRollsBack() {
        var id = UUID.randomUUID();
        assertThrows(IllegalStateException.class, () -> run(() -> payments.payAndFail(id)));
        assertEquals(0, run(() -> payments.count(id)));
        assertEquals(0, rowsOf(id));
    }

    @Test
    void ignoresAnEventItHasSeen() {
        var event = UUID.randomUUID();
        var second = UUID.randomUUID();
        run(() -> payments.payOnce(event, event));
        run(() -> payments.payOnce(event, second));
        assertEquals(1, run(() -> payments.count(event)));
        assertEquals(0, run(() -> payments.count(second)));
    }

    @Test
    @DisplayName("an effect that fails leaves no note, so the next delivery runs it")
    void forgetsAnEventWhoseEffectFailed() {
        var event = UUID.randomUUID();
        assertThrows(IllegalStateException.class, () -> run(() -> payments.failOnce(event)));
        run(() -> payments.payOnce(event, event));
        assertEquals(1, run(() -> payments.count(event)));
    }

    @Test
    @DisplayName("K11: an effect that loses to another transaction is tried again, and happens once")
    void triesAgainAfterAConflict() {
        var event = UUID.randomUUID();
        var tries = new AtomicInteger();
        run(() -> payments.payOnceAfterConflicts(event, tries));
        assertEquals(4, tries.get());
        assertEquals(1, run(() -> payments.count(event)));
    }

    @Test
    @DisplayName("a topic the service has not declared is a mistake that shows at once")
    void refusesATopicItDoesNotPublish() {
        assertThrows(IllegalArgumentException.class, () -> run(() -> payments.tell("egress-ended")));
    }

    @Test
    void refusesASecondMessageWithTheSameId() {
        var id = UUID.randomUUID();
        insertOutbox(id, "k", 1);
        assertThrows(RuntimeException.class, () -> insertOutbox(id, "k", 2));
    }

    static final String INSERT = """
            insert into outbox_message (event_id, topic, key, payload) values ($1, 'interview-ended', $2, $3)""";

    private void insertOutbox(String key, int amount) {
        insertOutbox(UUID.randomUUID(), key, amount);
    }

    private void insertOutbox(UUID id, String key, int amount) {
        pool.preparedQuery(INSERT)
                .execute(Tuple.of(id, key, "{\"amount\":" + amount + "}"))
                .await()
                .atMost(LIMIT);
    }

    private static void insert(PreparedQuery<?> query, String key, int amount) {
        query.execute(Tuple.of(UUID.randomUUID(), key, "{\"amount\":" + amount + "}"))
                .await()
                .atMost(LIMIT);
    }

    private List<Integer> published(String key, int expected) {
        await().atMost(LIMIT).until(() -> records(key).size() >= expected);
        return records(key).stream()
                .map(record -> Integer.valueOf(record.value().replaceAll("\\D", "")))
                .toList();
    }

    private static List<ConsumerRecord<String, String>> records(String key) {
        return TopicReader.records(PaymentService.TOPIC, key);
    }

    private long rowsOf(UUID id) {
        var query = pool.preparedQuery("""
                select (select count(*) from outbox_message where event_id = $1)
                     + (select count(*) from leased_work where key = $1::text) as rows""");
        return query.execute(Tuple.of(id))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong("rows");
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
}
