package dev.colloquy.messaging;

import static org.awaitility.Awaitility.await;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/** What an operator sees on a dashboard. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class MetricsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    PaymentService payments;

    @Inject
    MeterRegistry registry;

    @Inject
    Backlog backlog;

    @Inject
    Pool pool;

    @Test
    void timesEachPublishedMessage() throws Throwable {
        var id = UUID.randomUUID();
        var before = value("messaging.outbox.publishing");
        VertxContextSupport.subscribeAndAwait(() -> payments.pay(id, 1));
        becomes("messaging.outbox.publishing", now -> now > before);
    }

    @Test
    void countsWhatTheInboxSwallows() throws Throwable {
        var event = UUID.randomUUID();
        var before = value("messaging.inbox.duplicates");
        VertxContextSupport.subscribeAndAwait(() -> payments.payOnce(event, event));
        VertxContextSupport.subscribeAndAwait(() -> payments.payOnce(event, event));
        becomes("messaging.inbox.duplicates", now -> now == before + 1);
    }

    @Test
    void countsWorkThatChangesHands() {
        var before = value("messaging.work.takeovers");
        sql("""
                insert into leased_work (queue, key, payload, attempts, lease_owner, lease_until)
                values ('receipts', gen_random_uuid()::text, '{"mode": "work"}', 1, gen_random_uuid(), now())""");
        becomes("messaging.work.takeovers", now -> now >= before + 1);
    }

    @Test
    void tellsWhatWaitsAndWhatIsDead() {
        sql("""
                insert into outbox_message (event_id, topic, key, payload, created_at, dead_reason)
                values (gen_random_uuid(), 'interview-ended', 'dead', '1', now(), 'too large')""");
        sql("""
                insert into outbox_message (event_id, topic, key, payload, created_at)
                values (gen_random_uuid(), 'never-created', 'old', '1', now() - interval '1 hour')""");
        sql("""
                insert into leased_work (queue, key, payload, state)
                values ('given-up', gen_random_uuid()::text, '{}', 'dead')""");
        sql("""
                insert into leased_work (queue, key, payload, due_at)
                values ('nobody-serves-it', 'old', '{}', now() - interval '1 hour')""");
        backlog.read();
        becomes("messaging.work.due", now -> now >= 1);
        becomes("messaging.work.oldest", now -> now >= 3600 && now < 4000);
        becomes("messaging.outbox.waiting", now -> now >= 1);
        becomes("messaging.outbox.oldest", now -> now >= 3600 && now < 4000);
        becomes("messaging.dead", now -> now >= 2);
        sql("delete from outbox_message where key = 'old'");
        sql("delete from leased_work where queue = 'nobody-serves-it'");
    }

    private void becomes(String name, DoublePredicate expected) {
        await().atMost(LIMIT).until(() -> expected.test(value(name)));
    }

    /** The count of a timer, the value of anything else; summed over tags, 0 while there is none. */
    private double value(String name) {
        return registry.find(name).meters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue())
                .sum();
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().atMost(LIMIT);
    }
}
