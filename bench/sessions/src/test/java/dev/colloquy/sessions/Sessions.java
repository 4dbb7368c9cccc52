package dev.colloquy.sessions;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.local.embedded.ServiceProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Replicas of session-service on one real PostgreSQL (fsync on) and one real Kafka. */
final class Sessions implements AutoCloseable {

    private static final Path JAR = Path.of("../../session-service/target/quarkus-app/quarkus-run.jar");
    private static final Path LOGS = Path.of("target");
    /** A killed consumer is missed after seconds, so that a trial need not wait for a minute. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=target/session-service.jsa",
            "-Xlog:cds*=off",
            "-Dkafka.session.timeout.ms=3000",
            "-Dkafka.heartbeat.interval.ms=1000");

    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private final List<ServiceProcess> running = new CopyOnWriteArrayList<>();
    private int started;

    /** @param more options of their JVMs */
    Sessions(String... more) {
        options = Stream.concat(OPTIONS.stream(), Stream.of(more)).toList();
        var postgres = new PostgresResource();
        postgres.init(Map.of("database", "session"));
        var issuers = new OidcResource();
        issuers.init(Map.of("client", "session-service"));
        environment.putAll(postgres.start());
        environment.putAll(new KafkaResource().start());
        environment.putAll(issuers.start());
        environment.put("COLLOQUY_DEMO_DATA", "true");
        environment.put("SECRETS_KEY", "of-no-use-outside-this-bench-0123456789");
        environment.put("WEBHOOK_URL", "http://127.0.0.1:9");
        environment.put("REPORT_URL", "http://127.0.0.1:9");
    }

    /** One more replica, ready. */
    ServiceProcess start() {
        started++;
        var replica = ServiceProcess.launch("session-service-" + started, LOGS, JAR, options, environment)
                .awaitReady();
        running.add(replica);
        return replica;
    }

    /** Kills one of them at once and starts another. */
    void replaceOne(RandomGenerator random) {
        var victim = any(random);
        victim.kill();
        running.remove(victim);
        start();
    }

    /** Where a load balancer would send the next request; it may be dead. */
    ServiceProcess any(RandomGenerator random) {
        return running.get(random.nextInt(running.size()));
    }

    /** The first column of every row, of acme's where rows have a tenant. */
    List<String> rows(String sql) {
        try (var connection = PostgresResource.ownerConnection("session");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', 'acme', false)");
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::kill);
    }
}
