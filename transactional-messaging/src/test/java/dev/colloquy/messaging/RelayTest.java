package dev.colloquy.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.local.embedded.EmbeddedKafka;
import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes wrong between the table and the broker. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class RelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String TOPIC = PaymentService.TOPIC;

    @Inject
    Pool pool;

    @Inject
    @Readiness
    TopicsCheck check;

    private String key;

    @BeforeEach
    void useAKeyOfItsOwn() {
        key = UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("K01: a relay that dies between acknowledgement and mark publishes again, in order, with the same ids")
    void publishesAgainWhenItDiesBeforeTheMark() throws SQLException {
        owner("""
                create sequence mark_attempt;
                create function die_at_first_mark() returns trigger language plpgsql as $$ begin
                    if nextval('mark_attempt') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return new;
                end $$;
                create trigger die_at_first_mark before update on outbox_message for each row
                    when (new.key = '%s') execute function die_at_first_mark();
                """.formatted(key));
        sql(INSERT_TWO, TOPIC, key);
        await().atMost(LIMIT).until(() -> unpublished() == 0);
        owner("drop trigger die_at_first_mark on outbox_message");

        var amounts = amounts(TOPIC);
        assertEquals(List.of(1, 2, 1, 2), amounts);
        var ids = TopicReader.records(TOPIC, key).stream()
                .map(record ->
                        new String(record.headers().lastHeader("event-id").value()))
                .toList();
        assertEquals(ids.subList(0, 2), ids.subList(2, 4));
    }

    @Test
    @DisplayName("K03: what nobody of this replica has told of is published by the next poll")
    void pollsForWhatItWasNotToldOf() {
        add(TOPIC, 1);
        await().atMost(Duration.ofSeconds(2)).until(() -> amounts(TOPIC).equals(List.of(1)));
    }

    @Test
    @DisplayName("K04: a relay that hangs with the lock in its hands is relieved, and can mark nothing afterwards")
    void relievesARelayThatHangs() {
        var hanging = pool.getConnection().await().atMost(LIMIT);
        hanging.begin().await().atMost(LIMIT);
        await().atMost(LIMIT)
                .until(() -> hanging.preparedQuery(Relay.TRY_LOCK)
                        .execute(Tuple.of("1000"))
                        .await()
                        .atMost(LIMIT)
                        .iterator()
                        .next()
                        .getBoolean(0));
        add(TOPIC, 1);
        await().during(Duration.ofMillis(600)).until(() -> unpublished() == 1);
        await().atMost(LIMIT).until(() -> unpublished() == 0);
        assertThrows(
                RuntimeException.class,
                () -> hanging.query("update outbox_message set published_at = now()")
                        .execute()
                        .await()
                        .atMost(LIMIT));
        hanging.close().onFailure().recoverWithNull().await().atMost(LIMIT);
        assertEquals(List.of(1), amounts(TOPIC));
    }

    @Test
    @DisplayName("K04: a replica that hangs in a transaction of its own holds nothing back for ever")
    void outlastsATransactionThatHangs() {
        var hanging = pool.getConnection().await().atMost(LIMIT);
        hanging.begin().await().atMost(LIMIT);
        hanging.query("select pg_current_xact_id()").execute().await().atMost(LIMIT);
        add(TOPIC, 1);
        await().during(Duration.ofMillis(600)).until(() -> unpublished() == 1);
        await().atMost(LIMIT).until(() -> unpublished() == 0);
        hanging.close().onFailure().recoverWithNull().await().atMost(LIMIT);
    }

    @Test
    @DisplayName("K05: while too few replicas are in sync rows wait, and then arrive in order")
    void waitsForReplicas() throws Exception {
        var topic = "replicated";
        try (var admin = admin()) {
            var second = EmbeddedKafka.join(PartFolder.temporary("second-broker"), KafkaResource.bootstrapServers());
            var onBoth = new NewTopic(topic, Map.of(0, List.of(1, 2))).configs(Map.of("min.insync.replicas", "2"));
            admin.createTopics(List.of(onBoth)).all().get();
            add(topic, 1);
            await().atMost(LIMIT).until(() -> unpublished() == 0);

            second.close();
            IntStream.rangeClosed(2, 4).forEach(i -> add(topic, i));
            add(TOPIC, 1);
            await().atMost(LIMIT).until(() -> amounts(TOPIC).equals(List.of(1)));
            await().during(Duration.ofSeconds(3)).atMost(LIMIT).until(() -> unpublished() == 3);

            var enough = new AlterConfigOp(new ConfigEntry("min.insync.replicas", "1"), AlterConfigOp.OpType.SET);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(enough)))
                    .all()
                    .get();
            await().atMost(LIMIT).until(() -> unpublished() == 0);
        }
        assertEquals(List.of(1, 2, 3, 4), amounts(topic).stream().distinct().toList());
    }

    @Test
    @DisplayName("K06: a message the broker will never take is dead with its reason and holds nobody back")
    void buriesWhatIsTooLarge() {
        add(TOPIC, 1);
        insert(TOPIC, "\"" + "x".repeat(1_100_000) + "\"");
        add(TOPIC, 2);
        await().atMost(LIMIT).until(() -> amounts(TOPIC).equals(List.of(1, 2)));
        await().atMost(LIMIT).until(() -> deadReason().contains("RecordTooLarge"));
    }

    @Test
    @DisplayName("K07: a missing topic keeps its rows, makes the service not ready, and holds no other topic back")
    void waitsForAMissingTopic() throws Exception {
        var topic = "created-later";
        assertEquals(Status.DOWN, status());
        IntStream.rangeClosed(1, 3).forEach(i -> add(topic, i));
        add(TOPIC, 1);
        await().atMost(LIMIT).until(() -> amounts(TOPIC).equals(List.of(1)));
        assertEquals(3, unpublished());
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        await().atMost(LIMIT).until(() -> unpublished() == 0);
        assertEquals(List.of(1, 2, 3), amounts(topic));
        await().atMost(LIMIT).until(() -> status() == Status.UP);
    }

    private static final String INSERT_TWO = """
            insert into outbox_message (event_id, topic, key, payload)
            select gen_random_uuid(), $1, $2, i::text from generate_series(1, 2) as i""";

    private void add(String topic, int amount) {
        insert(topic, String.valueOf(amount));
    }

    private void insert(String topic, String payload) {
        sql(
                "insert into outbox_message (event_id, topic, key, payload) values (gen_random_uuid(), $1, $2, $3)",
                topic,
                key,
                payload);
    }

    private List<Integer> amounts(String topic) {
        return TopicReader.records(topic, key).stream()
                .map(record -> Integer.valueOf(record.value()))
                .toList();
    }

    private long unpublished() {
        return sql("select 1 from outbox_message where key = $1 and published_at is null", key)
                .size();
    }

    private String deadReason() {
        var reason = sql("select max(dead_reason) as reason from outbox_message where key = $1", key);
        return String.valueOf(reason.iterator().next().getString("reason"));
    }

    private Status status() {
        return check.call().await().atMost(LIMIT).getStatus();
    }

    private RowSet<Row> sql(String statement, Object... values) {
        return pool.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(LIMIT);
    }

    private static void owner(String script) throws SQLException {
        try (var connection = PostgresResource.ownerConnection("booking");
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", KafkaResource.bootstrapServers()));
    }
}
