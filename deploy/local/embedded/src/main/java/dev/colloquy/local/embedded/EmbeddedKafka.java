package dev.colloquy.local.embedded;

import dev.colloquy.events.Topics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.KRaftVersion;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node, broker and controller at once, with Colloquy's topics. A topic that nobody created stays unknown. */
public final class EmbeddedKafka implements AutoCloseable {

    /** Whose dead letters have a topic: every service, and the application and the consumer of the messaging tests. */
    private static final List<String> DEAD_LETTER_OWNERS = List.of(
            "booking-service",
            "session-service",
            "webhook-service",
            "realtime-gateway",
            "report-service",
            "messaging-test",
            "payments");

    private static final int NODE = 1;
    private static final int PARTITIONS = 3;
    private static final String VOTERS = "controller.quorum.voters";

    private static final Map<String, String> SMALL_NODE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", String.valueOf(NODE)),
            Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "BROKER"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("num.partitions", String.valueOf(PARTITIONS)),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "3"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "3"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "500"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("broker.session.timeout.ms", "3000"));

    private final PartFolder folder;
    private final String bootstrapServers;
    private final KafkaRaftServer server;

    private EmbeddedKafka(PartFolder folder, String bootstrapServers, KafkaRaftServer server) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.server = server;
    }

    /** Starts a second broker in the cluster of a running node, for what needs replicas. Topics may be placed on it. */
    public static EmbeddedKafka join(PartFolder folder, String bootstrapServers) {
        var log = folder.path().resolve("log");
        var address = "127.0.0.1:" + FreePort.next();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var first = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(NODE));
            var configs = admin.describeConfigs(List.of(first)).all().get();
            var voters = configs.values().iterator().next().get(VOTERS).value();
            formatOnce(log, NODE + 1, admin.describeCluster().clusterId().get());
            var settings = settings(log, address, voters);
            settings.put("process.roles", "broker");
            settings.put("node.id", String.valueOf(NODE + 1));
            settings.put("listeners", "BROKER://" + address);
            return new EmbeddedKafka(folder, address, started(settings));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The cluster could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the cluster", e);
        }
    }

    /**
     * Starts the node on a new folder or on what an earlier one left there.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedKafka start(PartFolder folder, int port) {
        QuietLogs.apply();
        var log = folder.path().resolve("log");
        var bootstrapServers = "127.0.0.1:" + FreePort.orNext(port);
        formatOnce(log, NODE, Uuid.randomUuid().toString());
        var controller = "127.0.0.1:" + FreePort.next();
        var settings = settings(log, bootstrapServers, NODE + "@" + controller);
        settings.put("listeners", "BROKER://" + bootstrapServers + ",CONTROLLER://" + controller);
        var kafka = new EmbeddedKafka(folder, bootstrapServers, started(settings));
        kafka.createMissingTopics();
        return kafka;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Map<String, String> environment() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        folder.close();
    }

    /** Where an application puts the records it gives up on. */
    public static String deadLettersOf(String application) {
        return "dead-letters-" + application;
    }

    private static KafkaRaftServer started(Map<String, String> settings) {
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void formatOnce(Path log, int node, String clusterId) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(clusterId)
                .setNodeId(node)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setFeatureLevel(KRaftVersion.FEATURE_NAME, (short) 0)
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("The Kafka folder " + log + " could not be formatted", e);
        }
    }

    private static Map<String, String> settings(Path log, String address, String voters) {
        var settings = new HashMap<>(SMALL_NODE);
        settings.put("log.dirs", log.toString());
        settings.put(VOTERS, voters);
        settings.put("advertised.listeners", "BROKER://" + address);
        return settings;
    }

    private void createMissingTopics() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            var missing = Stream.concat(
                            Topics.ALL.keySet().stream(),
                            DEAD_LETTER_OWNERS.stream().map(EmbeddedKafka::deadLettersOf))
                    .filter(name -> !existing.contains(name))
                    .map(EmbeddedKafka::topic)
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private static NewTopic topic(String name) {
        var topic = new NewTopic(name, PARTITIONS, (short) 1);
        return name.equals(Topics.POSITION_UPDATED)
                ? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }
}
