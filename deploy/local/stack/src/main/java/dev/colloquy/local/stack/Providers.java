package dev.colloquy.local.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outside world as variables: each provider is the simulated one unless the user's own environment names a real
 * one, each by itself.
 */
record Providers(Map<String, String> user, Ports ports, Secrets secrets) {

    boolean ownS3() {
        return user.containsKey("S3_ENDPOINT");
    }

    boolean ownMail() {
        return user.containsKey("SMTP_HOST");
    }

    boolean ownIdentity() {
        return user.containsKey("OIDC_ISSUER");
    }

    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.putAll(liveKit());
        environment.putAll(elevenLabs());
        environment.putAll(openAi());
        if (ownS3()) {
            environment.putAll(given("S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"));
        }
        if (ownMail()) {
            environment.putAll(given("SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD"));
        }
        if (ownIdentity()) {
            environment.putAll(given("OIDC_ISSUER", "SERVICE_CLIENT_SECRET"));
        }
        environment.put("MAIL_FROM", user.getOrDefault("MAIL_FROM", "Colloquy <no-reply@colloquy.local>"));
        return environment;
    }

    private Map<String, String> liveKit() {
        if (user.containsKey("LIVEKIT_URL")) {
            return given("LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET");
        }
        return Map.of(
                "LIVEKIT_URL", simulators(),
                "LIVEKIT_API_KEY", "local",
                "LIVEKIT_API_SECRET", secrets.get("livekit-api-secret"));
    }

    private Map<String, String> elevenLabs() {
        var environment = new HashMap<String, String>();
        environment.put("ELEVENLABS_WEBHOOK_SECRET", secrets.get("elevenlabs-webhook-secret"));
        if (user.containsKey("ELEVENLABS_API_KEY")) {
            environment.put("ELEVENLABS_URL", "https://api.elevenlabs.io");
            environment.putAll(
                    given("ELEVENLABS_URL", "ELEVENLABS_API_KEY", "ELEVENLABS_AGENT_ID", "ELEVENLABS_WEBHOOK_SECRET"));
        } else {
            environment.put("ELEVENLABS_URL", simulators());
            environment.put("ELEVENLABS_API_KEY", secrets.get("elevenlabs-api-key"));
            environment.put("ELEVENLABS_AGENT_ID", "agent_local");
        }
        return environment;
    }

    private Map<String, String> openAi() {
        var environment = new HashMap<String, String>();
        environment.put("OPENAI_WEBHOOK_SECRET", secrets.webhookSecret("openai-webhook-secret"));
        if (user.containsKey("OPENAI_API_KEY")) {
            environment.put("OPENAI_BASE_URL", "https://api.openai.com/v1");
            environment.putAll(given("OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_WEBHOOK_SECRET"));
        } else {
            environment.put("OPENAI_BASE_URL", simulators() + "/v1");
            environment.put("OPENAI_API_KEY", secrets.get("openai-api-key"));
        }
        return environment;
    }

    private String simulators() {
        return ports.url(Ports.SIMULATORS);
    }

    private Map<String, String> given(String... names) {
        var given = new HashMap<String, String>();
        for (String name : names) {
            Optional.ofNullable(user.get(name)).ifPresent(value -> given.put(name, value));
        }
        return given;
    }
}
