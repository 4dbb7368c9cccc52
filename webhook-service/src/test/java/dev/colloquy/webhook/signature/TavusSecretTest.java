package dev.colloquy.webhook.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W3 Tavus' secret address")
class TavusSecretTest {

    private static final String NOW = "now-0123456789-0123456789-0123456789";
    private static final String BEFORE = "before-0123456789-0123456789-01234567";

    private final TavusSecret proof = new TavusSecret(
            Configured.as(
                    TavusWebhookConfig.class,
                    Map.of("colloquy.webhook.tavus.secret", NOW, "colloquy.webhook.tavus.previous[0].secret", BEFORE)),
            Clock.systemUTC());

    @Test
    void acceptsBothSecrets() {
        assertEquals(KeyAge.CURRENT, proof.verify(new byte[0], NOW).signedWith());
        assertEquals(KeyAge.PREVIOUS, proof.verify(new byte[0], BEFORE).signedWith());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", NOW + "x", "Now-0123456789-0123456789-0123456789", NOW + BEFORE})
    void refusesEveryOther(String secret) {
        assertEquals(Reason.UNKNOWN_KEY, refusal(proof, new byte[0], secret));
    }

    @Test
    void refusesAllWithoutASecret() {
        var unused = new TavusSecret(Configured.as(TavusWebhookConfig.class, Map.of()), Clock.systemUTC());

        assertEquals(Reason.UNKNOWN_KEY, refusal(unused, new byte[0], ""));
        assertEquals(Reason.UNKNOWN_KEY, refusal(unused, new byte[0], NOW));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertEquals(Reason.TOO_LARGE, refusal(proof, new byte[(1 << 20) + 1], NOW));
    }

    private static Reason refusal(TavusSecret proof, byte[] body, String secret) {
        return assertThrows(WebhookRefused.class, () -> proof.verify(body, secret))
                .reason();
    }
}
