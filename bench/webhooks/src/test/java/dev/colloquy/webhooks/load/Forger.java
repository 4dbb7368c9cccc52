package dev.colloquy.webhooks.load;

import dev.colloquy.webhooks.load.Webhook.Meaning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Makes webhooks of their own, and changes those of others. */
final class Forger {

    private static final String OTHER_SECRET = "a-secret-that-is-somebody-elses";
    private static final Duration LONG_AGO = Duration.ofHours(2);

    private final Clock clock;
    private final Random random;

    Forger(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Forges one.
     *
     * @param unsent nobody has sent it
     * @param sent somebody has
     */
    Webhook forge(Webhook unsent, Webhook sent) {
        var now = clock.instant();
        var forged = switch (random.nextInt(5)) {
            case 0 -> unsent.withHeaders(headers(unsent, OTHER_SECRET, now));
            case 1 -> unsent.withHeaders(headers(unsent, rightSecret(unsent), now.minus(LONG_AGO)));
            case 2 -> unsent.withHeaders(unsigned(unsent));
            case 3 -> unsent.withHeaders(byAnotherRule(unsent, now));
            default -> sent.withBody(changed(sent.body()));
        };
        return forged.as(Meaning.FORGED);
    }

    private static boolean isLiveKit(Webhook webhook) {
        return webhook.headers().containsKey("Authorization");
    }

    private static String rightSecret(Webhook webhook) {
        return isLiveKit(webhook) ? LiveKit.SECRET : ElevenLabs.SECRET;
    }

    private static Map<String, String> headers(Webhook webhook, String secret, Instant at) {
        return isLiveKit(webhook)
                ? LiveKit.headers(webhook.body(), secret, at, LiveKit.SIGNED)
                : ElevenLabs.headers(webhook.body(), secret, at, "v0");
    }

    private static Map<String, String> byAnotherRule(Webhook webhook, Instant at) {
        return isLiveKit(webhook)
                ? LiveKit.headers(webhook.body(), LiveKit.SECRET, at, "none")
                : ElevenLabs.headers(webhook.body(), ElevenLabs.SECRET, at, "v1");
    }

    private static Map<String, String> unsigned(Webhook webhook) {
        var headers = new HashMap<>(webhook.headers());
        headers.keySet().removeIf(name -> !name.equals("Content-Type"));
        return headers;
    }

    /** By one bit. */
    private String changed(String body) {
        var characters = body.toCharArray();
        characters[random.nextInt(characters.length)] ^= 1;
        return new String(characters);
    }
}
