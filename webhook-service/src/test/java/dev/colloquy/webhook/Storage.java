package dev.colloquy.webhook;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Looks into the storage as its owner. */
public final class Storage {

    private Storage() {}

    /** The keys of everything that is kept of a conversation. */
    public static List<String> keysOf(String conversation) {
        try (var s3 = client()) {
            return s3
                    .listObjectsV2(
                            list -> list.bucket(setting("S3_BUCKET")).prefix("conversations/" + conversation + "/"))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    public static byte[] bytes(String key) {
        try (var s3 = client()) {
            return s3.getObjectAsBytes(get -> get.bucket(setting("S3_BUCKET")).key(key))
                    .asByteArray();
        }
    }

    /** Puts a file where a conversation's folder would be: from now on the storage refuses everything of it. */
    public static void obstruct(String conversation) {
        try (var s3 = client()) {
            s3.putObject(
                    put -> put.bucket(setting("S3_BUCKET")).key("conversations/" + conversation),
                    RequestBody.fromString("in the way"));
        }
    }

    public static void clear(String conversation) {
        try (var s3 = client()) {
            s3.deleteObject(delete -> delete.bucket(setting("S3_BUCKET")).key("conversations/" + conversation));
        }
    }

    public static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create(setting("S3_ENDPOINT")))
                .region(Region.of(setting("S3_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(setting("S3_ACCESS_KEY"), setting("S3_SECRET_KEY"))))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
