package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.stream.Stream;

/** Tavus proves itself by knowing the address that it was given to call back. */
@ApplicationScoped
public class TavusSecret {

    private final TavusWebhookConfig config;
    private final Keyring<byte[]> keys;
    private final Clock clock;

    TavusSecret(TavusWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = new Keyring<>(
                Provider.TAVUS,
                Stream.concat(
                        config.secret().map(secret -> Key.current(secret.getBytes(UTF_8))).stream(),
                        config.previous().stream()
                                .map(old -> Key.previous(old.secret().getBytes(UTF_8), old.expires()))));
        this.clock = clock;
    }

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless the last part of its address is the secret
     */
    public VerifiedBody verify(byte[] body, String secret) {
        WebhookRefused.ifLarger(Provider.TAVUS, body, config.maxBody().asLongValue());
        var given = secret.getBytes(UTF_8);
        var knownBy = keys.signer(clock.instant(), key -> MessageDigest.isEqual(key, given))
                .orElseThrow(() -> new WebhookRefused(Provider.TAVUS, Reason.UNKNOWN_KEY));
        return new VerifiedBody(Provider.TAVUS, body, knownBy);
    }
}
