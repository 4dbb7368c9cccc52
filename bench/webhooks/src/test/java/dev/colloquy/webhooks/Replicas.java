package dev.colloquy.webhooks;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.S3Resource;
import dev.colloquy.local.embedded.ServiceProcess;
import dev.colloquy.webhooks.load.ElevenLabs;
import dev.colloquy.webhooks.load.LiveKit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Replicas of webhook-service on one database and one Kafka, behind a load balancer. */
final class Replicas implements AutoCloseable {

    /** For starting soon, not for speed. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Path JAR = Path.of("../../webhook-service/target/quarkus-app/quarkus-run.jar");
    private static final Path LOGS = Path.of("target");
    /** Whoever is killed is missed after seconds, and its work is free, so that a trial need not wait for a minute. */
    private static final List<String> OPTIONS =
            List.of("-Dkafka.session.timeout.ms=3000", "-Dkafka.heartbeat.interval.ms=1000");

    private final String name;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private final List<ServiceProcess> running = new CopyOnWriteArrayList<>();
    private int started;

    /** @param options of their JVMs */
    Replicas(String name, Database database, String... options) {
        this.name = name;
        this.options = Stream.concat(OPTIONS.stream(), Stream.of(options)).toList();
        var issuers = new OidcResource();
        issuers.init(Map.of("client", "webhook-service"));
        environment.putAll(database.environment());
        environment.putAll(new KafkaResource().start());
        environment.putAll(issuers.start());
        environment.putAll(new S3Resource().start());
        environment.put("COLLOQUY_MESSAGING_LEASE", "5s");
        environment.put("LIVEKIT_API_KEY", LiveKit.KEY);
        environment.put("LIVEKIT_API_SECRET", LiveKit.SECRET);
        environment.put("ELEVENLABS_WEBHOOK_SECRET", ElevenLabs.SECRET);
        environment.put("SESSION_URL", "http://127.0.0.1:9");
    }

    /** For those that start from now on. */
    Replicas with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** One more, ready. */
    ServiceProcess start() {
        started++;
        var replica = ServiceProcess.launch(name + "-" + started, LOGS, JAR, options, environment)
                .awaitReady();
        running.add(replica);
        return replica;
    }

    /** Kills one of them at once and starts another. */
    void replaceOne(RandomGenerator random) {
        var victim = running.get(random.nextInt(running.size()));
        victim.kill();
        running.remove(victim);
        start();
    }

    /** Where a load balancer would send the next request; it may be dead. */
    String address() {
        return running.get(ThreadLocalRandom.current().nextInt(running.size())).address();
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::kill);
    }
}
