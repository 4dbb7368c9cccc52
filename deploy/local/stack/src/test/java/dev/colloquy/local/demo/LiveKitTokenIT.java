package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B7: LiveKit's own Node SDK is the judge of the token a candidate joins with. */
class LiveKitTokenIT {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path NODE = Path.of("target/node");

    @BeforeAll
    static void installTheSdk() throws IOException, InterruptedException {
        Files.createDirectories(NODE);
        for (var file : List.of("package.json", "package-lock.json", "verify-livekit-token.mjs")) {
            Files.copy(SOURCES.resolve(file), NODE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("", "npm", "ci", "--no-audit", "--no-fund", "--silent");
    }

    @Test
    @DisplayName("the token opens one room for at most ten minutes, and carries nothing of the resume")
    void isWhatLiveKitAccepts() throws IOException, InterruptedException {
        var stack = RunningStack.address();
        try (var web = new Web(stack.edge())) {
            var steps = new Steps(System.out, Clock.systemUTC(), Duration.ofSeconds(30));
            var details = new BookedInterview(stack, web, steps, Clock.systemUTC()).admitted();
            var claims = new JsonObject(run(details.getString("participantToken"), "node", "verify-livekit-token.mjs"));
            var video = claims.getJsonObject("video");
            assertEquals(details.getString("roomName"), video.getString("room"));
            assertTrue(video.getBoolean("roomJoin"));
            assertTrue(
                    Set.of(
                                    "roomJoin",
                                    "room",
                                    "canPublish",
                                    "canPublishSources",
                                    "canSubscribe",
                                    "canPublishData",
                                    "canUpdateOwnMetadata")
                            .containsAll(video.fieldNames()),
                    video.encode());
            assertTrue(claims.getLong("exp") - claims.getLong("nbf") <= 600, claims.encode());
            assertFalse(claims.encode().contains("settlement"), claims.encode());
            assertFalse(claims.encode().contains("Maria"), claims.encode());
        }
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(NODE.toFile());
        builder.environment().put("LIVEKIT_API_KEY", RunningStack.address().get("LIVEKIT_API_KEY"));
        builder.environment().put("LIVEKIT_API_SECRET", RunningStack.address().get("LIVEKIT_API_SECRET"));
        var process = builder.redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "still running");
        assertEquals(0, process.exitValue(), output);
        return output;
    }
}
