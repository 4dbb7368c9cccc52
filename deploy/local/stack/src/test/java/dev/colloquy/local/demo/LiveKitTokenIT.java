package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.NodeProject;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B7: LiveKit's own Node SDK is the judge of the token a candidate joins with. */
class LiveKitTokenIT {

    private static NodeProject sdk;

    @BeforeAll
    static void installTheSdk() {
        sdk = NodeProject.install(Path.of("target/node/livekit"), Path.of("src/test/node/livekit"));
    }

    @Test
    @DisplayName("the token opens one room for at most ten minutes, and carries nothing of the resume")
    void isWhatLiveKitAccepts() {
        var stack = RunningStack.address();
        try (var web = new Web(stack.edge())) {
            var steps = new Steps(System.out, Clock.systemUTC(), Duration.ofSeconds(30));
            var details = new BookedInterview(stack, web, steps, Clock.systemUTC()).admitted();
            var claims = new JsonObject(sdk.scriptReading(
                    details.getString("participantToken"), "verify-livekit-token.mjs", account(stack)));
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

    private static Map<String, String> account(StackAddress stack) {
        return Map.of(
                "LIVEKIT_API_KEY", stack.get("LIVEKIT_API_KEY"), "LIVEKIT_API_SECRET", stack.get("LIVEKIT_API_SECRET"));
    }
}
