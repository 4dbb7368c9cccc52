package dev.colloquy.webhooks;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.local.embedded.S3Resource;
import dev.colloquy.local.embedded.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** webhook-service as a process on real servers. */
final class Webhooks implements AutoCloseable {

    static final String ELEVENLABS_SECRET = "a-secret-of-elevenlabs-for-the-bench";

    private static final Path JAR = Path.of("../../webhook-service/target/quarkus-app/quarkus-run.jar");
    private static final Path LOGS = Path.of("target");

    private final Map<String, String> environment = new HashMap<>();
    private final ServiceProcess process;

    /** @param options of its JVM */
    Webhooks(String... options) {
        var postgres = new PostgresResource();
        postgres.init(Map.of("database", "webhook"));
        var issuers = new OidcResource();
        issuers.init(Map.of("client", "webhook-service"));
        environment.putAll(postgres.start());
        environment.putAll(new KafkaResource().start());
        environment.putAll(issuers.start());
        environment.putAll(new S3Resource().start());
        environment.put("LIVEKIT_API_KEY", "bench");
        environment.put("LIVEKIT_API_SECRET", "a-secret-of-livekit-for-the-bench");
        environment.put("ELEVENLABS_WEBHOOK_SECRET", ELEVENLABS_SECRET);
        environment.put("SESSION_URL", "http://127.0.0.1:9");
        process = ServiceProcess.launch("webhook-service", LOGS, JAR, List.of(options), environment)
                .awaitReady();
    }

    URI at(String path) {
        return URI.create(process.address() + path);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    String log() throws IOException {
        return Files.readString(LOGS.resolve("webhook-service.log"));
    }

    String bucket() {
        return environment.getOrDefault("S3_BUCKET", "");
    }

    S3Client storage() {
        return S3Client.builder()
                .endpointOverride(URI.create(environment.getOrDefault("S3_ENDPOINT", "")))
                .region(Region.of(environment.getOrDefault("S3_REGION", "")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.getOrDefault("S3_ACCESS_KEY", ""), environment.getOrDefault("S3_SECRET_KEY", ""))))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        process.kill();
    }
}
