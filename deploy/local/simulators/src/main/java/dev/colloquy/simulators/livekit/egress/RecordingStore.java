package dev.colloquy.simulators.livekit.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploads finished recordings, off the event loop. */
final class RecordingStore {

    private final Vertx vertx;

    RecordingStore(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The answer is the object's location. */
    Future<String> put(Bucket bucket, String key, String contentType, byte[] content) {
        return vertx.executeBlocking(
                () -> {
                    try (S3Client client = client(bucket)) {
                        client.putObject(
                                request ->
                                        request.bucket(bucket.name()).key(key).contentType(contentType),
                                RequestBody.fromBytes(content));
                        return bucket.location(key);
                    }
                },
                false);
    }

    private static S3Client client(Bucket bucket) {
        return S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
