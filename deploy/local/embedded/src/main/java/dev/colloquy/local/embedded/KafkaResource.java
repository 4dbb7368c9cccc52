package dev.colloquy.local.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test a real Kafka with all of Colloquy's topics. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private static final String PART = "kafka";

    @Override
    public Map<String, String> start() {
        var facts = OncePerJvm.start(PART, () -> {
            var kafka = EmbeddedKafka.start(PartFolder.temporary(PART), 0);
            return new OncePerJvm.Running(kafka, kafka.environment());
        });
        var bootstrapServers = facts.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers, "kafka.bootstrap.servers", bootstrapServers);
    }

    public static String bootstrapServers() {
        return OncePerJvm.fact(PART, "KAFKA_BOOTSTRAP_SERVERS");
    }

    @Override
    public void stop() {
        // Other tests of this JVM may still use it.
    }
}
