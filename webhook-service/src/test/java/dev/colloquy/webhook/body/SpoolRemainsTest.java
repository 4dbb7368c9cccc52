package dev.colloquy.webhook.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.webhook.signature.Configured;
import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("W2 What a killed process left of large bodies")
class SpoolRemainsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T15:00:00Z");

    /** A body of 150M that grows by 512K in 25 seconds, and what is done with it then. */
    private static final Duration LONGEST_REQUEST =
            Duration.ofSeconds(25).multipliedBy(301).plus(Duration.ofHours(1));

    @TempDir
    Path folder;

    @Test
    @DisplayName("is removed at the start when no request can want it, and nothing else is")
    void isRemovedWhenItIsOld() throws IOException {
        file("colloquy-body-1.tmp", LONGEST_REQUEST.plusSeconds(1));
        file("colloquy-body-2.tmp", LONGEST_REQUEST.minusSeconds(1));
        file("colloquy-body-3.tmp", Duration.ZERO);
        file("colloquy-body-4.txt", Duration.ofDays(9));
        file("somebody-elses.tmp", Duration.ofDays(9));
        Files.createDirectory(folder.resolve("colloquy-body-5.tmp"));
        Files.createSymbolicLink(folder.resolve("colloquy-body-6.tmp"), folder.resolve("somebody-elses.tmp"));

        remains().remove();

        assertEquals(
                Set.of(
                        "colloquy-body-2.tmp",
                        "colloquy-body-3.tmp",
                        "colloquy-body-4.txt",
                        "somebody-elses.tmp",
                        "colloquy-body-5.tmp",
                        "colloquy-body-6.tmp"),
                names());
    }

    @Test
    @DisplayName("does not keep the service from starting when it cannot be removed")
    void doesNotFail() throws IOException {
        var remains = remains();
        Files.delete(folder);

        remains.remove();

        Files.createDirectory(folder);
        assertEquals(Set.of(), names());
    }

    private SpoolRemains remains() {
        var config = Configured.as(BodyConfig.class, Map.of("colloquy.webhook.body.folder", folder.toString()));
        var limits = Configured.as(ElevenLabsWebhookConfig.class, Map.of());
        return new SpoolRemains(new Spools(config, limits), config, limits, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void file(String name, Duration age) throws IOException {
        var file = Files.writeString(folder.resolve(name), "what somebody said");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
