package dev.colloquy.booking.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Files by key in one bucket. The client blocks, so it works on threads of its own. */
@ApplicationScoped
public class ObjectStore {

    private static final int THREADS = 8;

    private final String bucket;
    private final S3Client s3;
    private final WorkerExecutor workers;

    ObjectStore(StorageConfig config, Vertx vertx) {
        this.bucket = config.bucket();
        this.s3 = clientFor(config);
        this.workers = vertx.createSharedWorkerExecutor("object-store", THREADS);
    }

    public Uni<Void> put(String key, String contentType, Path file) {
        return workers.executeBlocking(
                        () -> s3.putObject(
                                request -> request.bucket(bucket).key(key).contentType(contentType),
                                RequestBody.fromFile(file)),
                        false)
                .replaceWithVoid();
    }

    public Uni<byte[]> get(String key) {
        return workers.executeBlocking(
                () -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asByteArrayUnsafe(),
                false);
    }

    public Uni<Void> delete(String key) {
        return workers.executeBlocking(
                        () -> s3.deleteObject(request -> request.bucket(bucket).key(key)), false)
                .replaceWithVoid();
    }

    void stop(@Observes ShutdownEvent event) {
        s3.close();
    }

    private static S3Client clientFor(StorageConfig config) {
        return S3Client.builder()
                .endpointOverride(config.endpoint())
                .region(Region.of(config.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(config.accessKey(), config.secretKey())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.apiCallTimeout(config.timeout()))
                .build();
    }
}
