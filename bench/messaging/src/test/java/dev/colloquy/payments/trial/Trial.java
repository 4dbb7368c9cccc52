package dev.colloquy.payments.trial;

import static org.awaitility.Awaitility.await;

import dev.colloquy.local.embedded.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A payments service of any number of replicas with a database and a topic of its own, and what may happen to it. Its
 * replicas are killed when the trial is over.
 */
public final class Trial implements AutoCloseable {

    private static final List<String> QUICK_START = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=target/quarkus-app/payments.jsa",
            "-Xlog:cds*=off");
    /** A dead consumer is missed after seconds, so that a trial need not wait for a minute. */
    private static final List<String> QUICK_CONSUMERS = List.of(
            "mp.messaging.incoming.payments.session.timeout.ms=3000",
            "mp.messaging.incoming.payments.heartbeat.interval.ms=1000",
            "mp.messaging.incoming.payments.auto.commit.interval.ms=500");

    private static final Duration SHORT = Duration.ofMinutes(1);

    private final String name;
    private final Database database;
    private final PaymentsTopic topic;
    private final List<Replica> replicas = new ArrayList<>();

    private Trial(String name) {
        this.name = name;
        Servers.running().databases().create(name);
        this.database = new Database(name);
        this.topic = PaymentsTopic.create(name);
    }

    /** @param name lower case, of letters and digits, and not used by another trial */
    public static Trial named(String name) {
        return new Trial(name);
    }

    /** Begins to start a replica; settings are properties that differ from the defaults. */
    public Replica launch(String... settings) {
        return launch(QUICK_START, settings);
    }

    /** A replica that is ready. */
    public Replica start(String... settings) {
        return launch(settings).awaitReady();
    }

    /** A replica whose JVM compiles for speed, for figures. */
    public Replica startForSpeed(String... settings) {
        return launch(List.of(), settings).awaitReady();
    }

    public Database database() {
        return database;
    }

    public PaymentsTopic topic() {
        return topic;
    }

    public void stopBroker() {
        Servers.running().stopBroker();
    }

    public void startBroker() {
        Servers.running().startBroker();
    }

    public void crashDatabase() {
        Servers.running().crashDatabase();
    }

    public void startDatabase() {
        Servers.running().startDatabase();
    }

    public void letRun(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    public void awaitPublished(Duration limit) {
        await("the outbox is empty").atMost(limit).until(() -> database.waiting() == 0);
    }

    public void awaitReceipts(long number, Duration limit) {
        await("every payment has a receipt")
                .atMost(limit)
                .until(() -> database.count("select count(*) from receipt") >= number);
    }

    /** Lets the database keep the time of every commit; before replicas are started. */
    public void timeCommits() {
        database.run("alter system set track_commit_timestamp = on");
        crashDatabase();
        startDatabase();
    }

    /** Microseconds since 1970 at which each payment was committed. */
    public Map<String, Long> commits() {
        return database
                .texts(
                        "select id || ' ' || (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1e6)::bigint from payment")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Long.valueOf(row[1])));
    }

    /** Waits until every payment is published and every published record is consumed. */
    public Books settled(Duration limit) {
        awaitPublished(limit);
        awaitReceipts(database.count("select count(*) from payment"), limit);
        return books();
    }

    public Books settled() {
        return settled(SHORT);
    }

    /** What the tables and the topic say now. */
    public Books books() {
        return new Books(
                database.texts("select id from payment"),
                database.texts("select event_id from outbox_message"),
                topic.published(),
                database.texts("select event_id from receipt"));
    }

    @Override
    public void close() {
        replicas.forEach(Replica::kill);
        startBroker();
    }

    private Replica launch(List<String> jvm, String... settings) {
        var replica = "replica-" + (replicas.size() + 1);
        var options = Stream.concat(
                        jvm.stream(),
                        Stream.concat(QUICK_CONSUMERS.stream(), Stream.of(settings))
                                .map(setting -> "-D" + setting))
                .toList();
        var process = ServiceProcess.launch(
                name + "-" + replica,
                Path.of("target"),
                Path.of("target/quarkus-app/quarkus-run.jar"),
                options,
                environment(replica));
        var started = new Replica(replica, process);
        replicas.add(started);
        return started;
    }

    private HashMap<String, String> environment(String replica) {
        var environment = new HashMap<>(Servers.running().databases().environmentOf(name));
        environment.merge("DATABASE_URL", "?application_name=" + replica, String::concat);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Servers.running().bootstrapServers());
        environment.put("PAYMENTS_TOPIC", topic.name());
        return environment;
    }
}
