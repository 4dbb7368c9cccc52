package dev.colloquy.local.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test a real S3 server with one bucket. */
public final class S3Resource implements QuarkusTestResourceLifecycleManager {

    private static final String PART = "s3";

    @Override
    public Map<String, String> start() {
        System.setProperty("aws.requestChecksumCalculation", "when_required");
        return OncePerJvm.start(PART, () -> {
            var s3 = EmbeddedS3.start(PartFolder.temporary(PART), 0, "colloquy", "test-access-key", "test-secret-key");
            return new OncePerJvm.Running(s3, s3.environment());
        });
    }

    @Override
    public void stop() {
        // Other tests of this JVM may still use it.
    }
}
