package dev.colloquy.gateway.peers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a test the services and providers around this one. */
public final class Peers implements QuarkusTestResourceLifecycleManager {

    private static final SessionPeer SESSION = new SessionPeer();
    private static final OpenAiPeer OPEN_AI = new OpenAiPeer();
    private static final LiveKitPeer LIVE_KIT = new LiveKitPeer();

    public static SessionPeer session() {
        return SESSION;
    }

    public static OpenAiPeer openAi() {
        return OPEN_AI;
    }

    public static LiveKitPeer liveKit() {
        return LIVE_KIT;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "SESSION_URL", SESSION.url(),
                "OPENAI_BASE_URL", OPEN_AI.url() + "/v1",
                "LIVEKIT_URL", LIVE_KIT.url().replaceFirst("^http", "ws"));
    }

    @Override
    public void stop() {
        SESSION.stop();
        OPEN_AI.stop();
        LIVE_KIT.stop();
    }
}
