package dev.colloquy.webhook.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Files by key in one bucket. The client blocks, so it works on threads of its own. Fails with {@link StorageAway}. */
@ApplicationScoped
public class ObjectStore {

    private static final int THREADS = 8;

    private final StorageConfig config;
    private final S3Client s3;
    private final WorkerExecutor workers;

    ObjectStore(StorageConfig config, Vertx vertx) {
        this.config = config;
        this.s3 = clientFor(config);
        this.workers = vertx.createSharedWorkerExecutor("object-store", THREADS);
    }

    /** Where others find what is kept under this key. */
    public String location(String key) {
        return config.endpoint().toString().replaceAll("/+$", "") + "/" + config.bucket() + "/" + key;
    }

    /**
     * Keeps a file.
     *
     * @param content the file from its beginning, each time it is asked for
     */
    public Uni<Void> put(String key, String contentType, long size, Supplier<InputStream> content) {
        return blocking(() -> s3.putObject(
                request -> request.bucket(config.bucket()).key(key).contentType(contentType),
                RequestBody.fromContentProvider(content::get, size, contentType)));
    }

    public Uni<Void> delete(String key) {
        return blocking(
                () -> s3.deleteObject(request -> request.bucket(config.bucket()).key(key)));
    }

    /** Deletes everything whose key begins so. */
    public Uni<Void> deleteAll(String prefix) {
        return blocking(() -> {
            s3.listObjectsV2Paginator(request -> request.bucket(config.bucket()).prefix(prefix)).contents().stream()
                    .forEach(object -> s3.deleteObject(
                            request -> request.bucket(config.bucket()).key(object.key())));
            return true;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        s3.close();
    }

    private Uni<Void> blocking(Supplier<Object> call) {
        return workers.executeBlocking(call::get, false)
                .onFailure()
                .transform(StorageAway::new)
                .replaceWithVoid();
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
