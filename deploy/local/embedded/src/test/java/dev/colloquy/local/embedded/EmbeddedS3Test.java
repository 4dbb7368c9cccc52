package dev.colloquy.local.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmbeddedS3Test {

    private static final byte[] RECORDING = "sound".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void keepsObjectsOverARestart() {
        try (var s3 = start();
                var client = client(s3, "secret")) {
            client.putObject(
                    put -> put.bucket("colloquy")
                            .key("recordings/iv.ogg")
                            .contentType("audio/ogg")
                            .metadata(Map.of("turns", "12")),
                    RequestBody.fromBytes(RECORDING));
        }
        try (var s3 = start();
                var client = client(s3, "secret")) {
            var object = client.getObjectAsBytes(get -> get.bucket("colloquy").key("recordings/iv.ogg"));
            assertArrayEquals(RECORDING, object.asByteArray());
            assertEquals("audio/ogg", object.response().contentType());
            assertEquals("12", object.response().metadata().get("turns"));
            client.deleteObject(delete -> delete.bucket("colloquy").key("recordings/iv.ogg"));
            assertThrows(
                    NoSuchKeyException.class,
                    () -> client.getObjectAsBytes(get -> get.bucket("colloquy").key("recordings/iv.ogg")));
        }
    }

    @Test
    void refusesAWrongSecret() {
        try (var s3 = start();
                var client = client(s3, "wrong")) {
            var refusal = assertThrows(S3Exception.class, () -> client.listObjectsV2(list -> list.bucket("colloquy")));
            assertEquals(403, refusal.statusCode());
        }
    }

    private EmbeddedS3 start() {
        return EmbeddedS3.start(PartFolder.at(folder), 0, "colloquy", "access", "secret");
    }

    private static S3Client client(EmbeddedS3 s3, String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create(s3.environment().get("S3_ENDPOINT")))
                .region(Region.of(EmbeddedS3.REGION))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("access", secret)))
                .build();
    }
}
