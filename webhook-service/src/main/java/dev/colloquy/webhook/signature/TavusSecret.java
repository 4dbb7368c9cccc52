package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;

/** Tavus proves itself by knowing the address that it was given to call back. */
@ApplicationScoped
public class TavusSecret {

    private final TavusWebhookConfig config;

    TavusSecret(TavusWebhookConfig config) {
        this.config = config;
    }

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless the last part of its address is the secret
     */
    public VerifiedBody verify(byte[] body, String secret) {
        WebhookRefused.ifLarger(Provider.TAVUS, body, config.maxBody().asLongValue());
        return new VerifiedBody(Provider.TAVUS, body, age(secret));
    }

    private KeyAge age(String secret) {
        if (isEqual(config.secret(), secret)) {
            return KeyAge.CURRENT;
        }
        if (isEqual(config.previousSecret(), secret)) {
            return KeyAge.PREVIOUS;
        }
        throw new WebhookRefused(Provider.TAVUS, Reason.UNKNOWN_KEY);
    }

    private static boolean isEqual(Optional<String> expected, String given) {
        return expected.filter(secret -> MessageDigest.isEqual(secret.getBytes(UTF_8), given.getBytes(UTF_8)))
                .isPresent();
    }
}
