package dev.colloquy.local.stack;

import dev.colloquy.local.embedded.EmbeddedParts;
import java.util.Map;
import java.util.TreeMap;

/** The variables each process gets, by the names used in production. */
record Environments(EmbeddedParts parts, Providers providers, Ports ports, Secrets secrets) {

    /** Interviews are short here, and nobody's rate limits are near. */
    private static final Map<String, String> EAGER_QUESTIONS = Map.of(
            "COLLOQUY_WEBHOOK_RECONCILIATION_ROOM_INTERVAL", "5s",
            "COLLOQUY_WEBHOOK_RECONCILIATION_RECORDING_FIRST_QUESTION", "5s",
            "COLLOQUY_WEBHOOK_RECONCILIATION_CONVERSATION_FIRST_QUESTION", "5s");

    Map<String, String> of(ServiceName service) {
        var environment = new TreeMap<>(parts.environmentOf(service.module()));
        environment.putAll(providers.environment());
        for (ServiceName other : ServiceName.values()) {
            environment.put(other.addressVariable(), ports.url(other));
        }
        environment.put("PORT", String.valueOf(ports.of(service)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("PUBLIC_URL", publicUrl());
        environment.put("ALLOWED_ORIGINS", publicUrl());
        environment.put("CANDIDATE_ISSUER", publicUrl() + "/candidates");
        environment.put("DEFAULT_TENANT", providers.user().getOrDefault("DEFAULT_TENANT", "acme"));
        if (service == ServiceName.SESSION) {
            environment.put("COLLOQUY_DEMO_DATA", "true");
            environment.put("SECRETS_KEY", secrets.get("session-secrets-key"));
        }
        if (service == ServiceName.WEBHOOK) {
            environment.putAll(EAGER_QUESTIONS);
        }
        if (service == ServiceName.BOOKING) {
            environment.put("CANDIDATE_TOKEN_KEY", secrets.candidateTokenKey().toString());
        }
        return environment;
    }

    /** The simulators send their webhooks to the public address, as the real providers do. */
    Map<String, String> ofSimulators() {
        var environment = new TreeMap<>(parts.environment());
        environment.putAll(providers.environment());
        environment.put("PORT", String.valueOf(ports.of(Ports.SIMULATORS)));
        environment.put("HOST", "127.0.0.1");
        environment.put("LIVEKIT_WEBHOOK_URL", publicUrl() + "/api/webhooks/livekit");
        environment.put("ELEVENLABS_WEBHOOK_URL", publicUrl() + "/webhooks/elevenlabs");
        environment.put("OPENAI_WEBHOOK_URL", publicUrl() + "/webhooks/openai");
        environment.put("SIMULATE_WEBHOOK_DELAY_MS", providers.user().getOrDefault("SIMULATE_WEBHOOK_DELAY_MS", "0"));
        return environment;
    }

    String publicUrl() {
        return "http://localhost:" + ports.of(Ports.EDGE);
    }
}
