package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A provider with numbered keys, and our check of it, for tests that ask all of them the same. */
enum Party {
    LIVEKIT("colloquy.webhook.livekit", "colloquy.livekit.api-"),
    ELEVENLABS("colloquy.webhook.elevenlabs", "colloquy.elevenlabs.webhook-"),
    OPENAI("colloquy.webhook.openai", "colloquy.webhook.openai."),
    TAVUS("colloquy.webhook.tavus", "colloquy.webhook.tavus.");

    /** The name under which the secret of Tavus' address is among the headers here. */
    static final String ADDRESS = "address";

    private final String prefix;
    private final String current;

    Party(String prefix, String current) {
        this.prefix = prefix;
        this.current = current;
    }

    /** Says which key has proven a body, by all headers that came with it. */
    interface Check {
        KeyAge verify(byte[] body, Map<String, List<String>> headers);
    }

    /** A key in use before and when it expires. */
    record Old(int key, Instant expires) {}

    /** Our check, as the service builds it with these keys. */
    Check check(Clock clock, int key, Old... previous) {
        var settings = new HashMap<>(settings(current, key));
        for (int at = 0; at < previous.length; at++) {
            var place = prefix + ".previous[" + at + "].";
            settings.putAll(settings(this == LIVEKIT ? place + "api-" : place, previous[at].key()));
            settings.put(place + "expires", previous[at].expires().toString());
        }
        return switch (this) {
            case LIVEKIT -> {
                var signature = new LiveKitSignature(
                        Configured.as(LiveKitConfig.class, settings),
                        Configured.as(LiveKitWebhookConfig.class, settings),
                        clock);
                yield (body, headers) ->
                        signature.verify(body, headers.get("Authorization")).signedWith();
            }
            case ELEVENLABS -> {
                var signature = new ElevenLabsSignature(
                        Configured.as(ElevenLabsConfig.class, settings),
                        Configured.as(ElevenLabsWebhookConfig.class, settings),
                        clock);
                yield (body, headers) -> signature
                        .verify(body, headers.get("ElevenLabs-Signature"))
                        .signedWith();
            }
            case OPENAI -> {
                var signature = new OpenAiSignature(Configured.as(OpenAiWebhookConfig.class, settings), clock);
                yield (body, headers) -> signature
                        .verify(
                                body,
                                new Headers(
                                        headers.get("webhook-id"),
                                        headers.get("webhook-timestamp"),
                                        headers.get("webhook-signature")))
                        .body()
                        .signedWith();
            }
            case TAVUS -> {
                var proof = new TavusSecret(Configured.as(TavusWebhookConfig.class, settings), clock);
                yield (body, headers) ->
                        proof.verify(body, headers.get(ADDRESS).getFirst()).signedWith();
            }
        };
    }

    /** What the provider sends along with a body. */
    Map<String, List<String>> sign(byte[] body, Instant at, int key) {
        return switch (this) {
            case LIVEKIT ->
                Map.of(
                        "Authorization",
                        List.of(LiveKitTokens.builder(body, at)
                                .withIssuer("key-" + key)
                                .sign(Algorithm.HMAC256(secret(key)))));
            case ELEVENLABS ->
                Map.of("ElevenLabs-Signature", List.of(ElevenLabsSignatures.sign(body, at, secret(key))));
            case OPENAI -> {
                var headers = OpenAiSignatures.headers("wh_1", body, at, secret(key));
                yield Map.of(
                        "webhook-id", headers.id(),
                        "webhook-timestamp", headers.timestamp(),
                        "webhook-signature", headers.signature());
            }
            case TAVUS -> Map.of(ADDRESS, List.of(secret(key)));
        };
    }

    String secret(int key) {
        var secret = "the-secret-with-the-number-%06d".formatted(key);
        return this == OPENAI ? "whsec_" + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)) : secret + "-";
    }

    private Map<String, String> settings(String place, int key) {
        return this == LIVEKIT
                ? Map.of(place + "key", "key-" + key, place + "secret", secret(key))
                : Map.of(place + "secret", secret(key));
    }
}
