package dev.colloquy.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.signature.Configured;
import dev.colloquy.webhook.signature.ElevenLabsConfig;
import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.LiveKitConfig;
import dev.colloquy.webhook.signature.LiveKitWebhookConfig;
import dev.colloquy.webhook.signature.OpenAiWebhookConfig;
import dev.colloquy.webhook.signature.TavusWebhookConfig;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("W1 W2 W3 Secrets")
class SecretsTest {

    private static final String LONG = "0123456789abcdef";
    private static final String OPENAI = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";
    private static final String TAVUS = "0123456789-abcdef_0123456789-ABCDEF";

    /** All that is needed, and two more keys of each provider. */
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("colloquy.livekit.api-key", "key"),
            Map.entry("colloquy.livekit.api-secret", LONG),
            Map.entry("colloquy.elevenlabs.webhook-secret", LONG),
            Map.entry("colloquy.webhook.livekit.previous[0].api-key", "old"),
            Map.entry("colloquy.webhook.livekit.previous[0].api-secret", LONG),
            Map.entry("colloquy.webhook.livekit.previous[1].api-key", "older"),
            Map.entry("colloquy.webhook.livekit.previous[1].api-secret", LONG),
            Map.entry("colloquy.webhook.elevenlabs.previous[0].secret", LONG),
            Map.entry("colloquy.webhook.elevenlabs.previous[1].secret", LONG),
            Map.entry("colloquy.webhook.openai.secret", OPENAI),
            Map.entry("colloquy.webhook.openai.previous[0].secret", OPENAI),
            Map.entry("colloquy.webhook.openai.previous[1].secret", OPENAI),
            Map.entry("colloquy.webhook.tavus.secret", TAVUS),
            Map.entry("colloquy.webhook.tavus.previous[0].secret", TAVUS),
            Map.entry("colloquy.webhook.tavus.previous[1].secret", TAVUS));

    @Test
    void areReadWhenTheyAreLongEnough() {
        read(ALL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("W07: one that is empty, short or malformed stops the boot, wherever it is; the message names it only")
    void stopTheBoot(String key, String value) {
        var keys = new HashMap<>(ALL);
        keys.put(key, value);

        var refusal = assertThrows(RuntimeException.class, () -> read(keys));

        assertTrue(refusal.getMessage().contains(key), refusal::getMessage);
        assertFalse(!value.isBlank() && refusal.getMessage().contains(value), "The message must not tell the secret");
    }

    static Stream<Arguments> stopTheBoot() {
        return ALL.keySet().stream().sorted().flatMap(key -> wrong(key).map(value -> Arguments.of(key, value)));
    }

    private static Stream<String> wrong(String key) {
        var isOptional = key.equals("colloquy.webhook.openai.secret") || key.equals("colloquy.webhook.tavus.secret");
        var unusable = Stream.concat(isOptional ? Stream.of() : Stream.of(""), Stream.of(" ".repeat(40)));
        if (key.endsWith("api-key")) {
            return unusable;
        }
        var malformed = switch (ALL.get(key)) {
            case OPENAI ->
                Stream.of("whsec_MDEyMzQ1Njc4OWFiY2Rl", "MDEyMzQ1Njc4OWFiY2RlZg==", "whsec_MDEyMzQ1Njc4OWFiY2RlZg=");
            case TAVUS -> Stream.of("0123456789-abcdef_0123456789-AB", "0123456789-abcdef_0123456789-ABCDEF/");
            default -> Stream.of("0123456789abcde");
        };
        return Stream.of(unusable, Stream.of("short"), malformed).flatMap(values -> values);
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("W07: a previous key without its secret, or with an end that is no moment, stops the boot")
    void belongTogether(String key, String value) {
        var keys = new HashMap<>(ALL);
        keys.put(key, value);

        var refusal = assertThrows(RuntimeException.class, () -> read(keys));

        assertTrue(refusal.getMessage().contains(key.substring(0, key.lastIndexOf('.'))), refusal::getMessage);
    }

    static Stream<Arguments> belongTogether() {
        return Stream.of("livekit", "elevenlabs", "openai", "tavus")
                .map(provider -> "colloquy.webhook." + provider + ".previous[%d].expires")
                .flatMap(key -> Stream.of(
                        Arguments.of(key.formatted(2), "2026-11-21T10:00:00Z"),
                        Arguments.of(key.formatted(0), "tomorrow")));
    }

    @Test
    @DisplayName("F5: environment variables can name previous keys, as docs/operations.md says")
    void canBeGivenByTheEnvironment() {
        var environment = Map.of(
                "COLLOQUY_WEBHOOK_LIVEKIT_PREVIOUS_0__API_KEY",
                "old",
                "COLLOQUY_WEBHOOK_LIVEKIT_PREVIOUS_0__API_SECRET",
                LONG,
                "COLLOQUY_WEBHOOK_LIVEKIT_PREVIOUS_0__EXPIRES",
                "2026-11-21T10:00:00Z",
                "COLLOQUY_WEBHOOK_ELEVENLABS_PREVIOUS_0__SECRET",
                LONG,
                "COLLOQUY_WEBHOOK_ELEVENLABS_PREVIOUS_1__SECRET",
                LONG + "x",
                "COLLOQUY_WEBHOOK_ELEVENLABS_PREVIOUS_1__EXPIRES",
                "2026-11-21T10:00:00Z",
                "COLLOQUY_WEBHOOK_OPENAI_PREVIOUS_0__SECRET",
                OPENAI,
                "COLLOQUY_WEBHOOK_TAVUS_PREVIOUS_0__SECRET",
                TAVUS);
        var end = Optional.of(Instant.parse("2026-11-21T10:00:00Z"));

        var livekit = Configured.byEnvironment(LiveKitWebhookConfig.class, environment)
                .previous()
                .getFirst();
        var elevenlabs = Configured.byEnvironment(ElevenLabsWebhookConfig.class, environment)
                .previous();

        assertEquals("old", livekit.apiKey());
        assertEquals(LONG, livekit.apiSecret());
        assertEquals(end, livekit.expires());
        assertEquals(
                List.of(LONG, LONG + "x"),
                elevenlabs.stream().map(old -> old.secret()).toList());
        assertEquals(end, elevenlabs.getLast().expires());
        assertEquals(
                OPENAI,
                Configured.byEnvironment(OpenAiWebhookConfig.class, environment)
                        .previous()
                        .getFirst()
                        .secret());
        assertEquals(
                TAVUS,
                Configured.byEnvironment(TavusWebhookConfig.class, environment)
                        .previous()
                        .getFirst()
                        .secret());
    }

    private static void read(Map<String, String> keys) {
        Stream.of(
                        LiveKitConfig.class,
                        LiveKitWebhookConfig.class,
                        ElevenLabsConfig.class,
                        ElevenLabsWebhookConfig.class,
                        OpenAiWebhookConfig.class,
                        TavusWebhookConfig.class)
                .forEach(type -> Configured.as(type, keys));
    }
}
