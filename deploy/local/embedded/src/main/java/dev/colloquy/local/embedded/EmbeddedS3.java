package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.logging.slf4j.config.SLF4JLoggingModule;

/**
 * An S3 server on a folder, with one bucket; takes signed requests only, path style. Without TLS it understands no
 * trailing checksums, so AWS clients are told (in their own variable) to send one only where S3 requires it.
 */
public final class EmbeddedS3 implements AutoCloseable {

    public static final String REGION = "us-east-1";

    private final PartFolder folder;
    private final BlobStoreContext store;
    private final S3Proxy server;
    private final Map<String, String> environment;

    private EmbeddedS3(PartFolder folder, BlobStoreContext store, S3Proxy server, Map<String, String> environment) {
        this.folder = folder;
        this.store = store;
        this.server = server;
        this.environment = environment;
    }

    /**
     * Starts the server and creates the bucket if it is not there.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedS3 start(PartFolder folder, int port, String bucket, String accessKey, String secretKey) {
        QuietLogs.apply();
        var store = open(folder);
        var server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not start on port " + port, e);
        }
        store.getBlobStore().createContainerInLocation(null, bucket);
        var environment = Map.of(
                "S3_ENDPOINT", "http://127.0.0.1:" + server.getPort(),
                "S3_REGION", REGION,
                "S3_BUCKET", bucket,
                "S3_ACCESS_KEY", accessKey,
                "S3_SECRET_KEY", secretKey,
                "AWS_REQUEST_CHECKSUM_CALCULATION", "when_required");
        return new EmbeddedS3(folder, store, server, environment);
    }

    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not stop", e);
        } finally {
            store.close();
            folder.close();
        }
    }

    private static BlobStoreContext open(PartFolder folder) {
        var settings = new Properties();
        try {
            settings.setProperty(
                    "jclouds.filesystem.basedir",
                    Files.createDirectories(folder.path().resolve("buckets")).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                .credentials("local", "local")
                .modules(List.of(new SLF4JLoggingModule()))
                .overrides(settings)
                .build(BlobStoreContext.class);
    }
}
