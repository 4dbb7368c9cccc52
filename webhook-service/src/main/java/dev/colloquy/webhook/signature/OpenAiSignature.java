package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The rule of Standard Webhooks (standardwebhooks.com), which OpenAI follows: {@code webhook-signature} holds, between
 * spaces, {@code v1,<base64>} of HMAC-SHA256 over {@code <webhook-id>.<webhook-timestamp>.<body>}; several while the
 * sender rotates its secret, and other versions beside it.
 */
@ApplicationScoped
public class OpenAiSignature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,11}");

    private final OpenAiWebhookConfig config;
    private final List<Key> keys;
    private final Clock clock;

    OpenAiSignature(OpenAiWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = Stream.of(key(config.secret(), KeyAge.CURRENT), key(config.previousSecret(), KeyAge.PREVIOUS))
                .flatMap(Optional::stream)
                .toList();
        this.clock = clock;
    }

    private record Key(SecretKeySpec secret, KeyAge age) {}

    /** The three headers, each as often as it came. */
    public record Headers(List<String> id, List<String> timestamp, List<String> signature) {}

    /** A proven body with the id that is the same on every repetition. */
    public record Message(String id, VerifiedBody body) {}

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless one header of each name proves that OpenAI sent exactly this body, just now
     */
    public Message verify(byte[] body, Headers headers) {
        WebhookRefused.ifLarger(Provider.OPENAI, body, config.maxBody().asLongValue());
        if (keys.isEmpty()) {
            throw refused(Reason.UNKNOWN_KEY);
        }
        var id = word(headers.id(), ID);
        var time = word(headers.timestamp(), UNIX_SECONDS);
        var signedWith = signer(id, time, body, WebhookRefused.single(Provider.OPENAI, headers.signature()));
        requireTimely(Instant.ofEpochSecond(Long.parseLong(time)));
        return new Message(id, new VerifiedBody(Provider.OPENAI, body, signedWith));
    }

    private KeyAge signer(String id, String time, byte[] body, String header) {
        var signatures = Arrays.stream(header.split(" ", -1))
                .filter(entry -> entry.startsWith(VERSION))
                .map(entry -> entry.substring(VERSION.length()).getBytes(UTF_8))
                .toList();
        if (signatures.isEmpty()) {
            throw refused(Reason.MALFORMED);
        }
        var signed = (id + "." + time + ".").getBytes(UTF_8);
        return keys.stream()
                .filter(key -> {
                    var expected = Base64.getEncoder().encode(Hmac.sha256(key.secret(), signed, body));
                    return signatures.stream().anyMatch(signature -> MessageDigest.isEqual(expected, signature));
                })
                .findFirst()
                .map(Key::age)
                .orElseThrow(() -> refused(Reason.WRONG_SIGNATURE));
    }

    private void requireTimely(Instant signedAt) {
        var now = clock.instant();
        if (signedAt.isBefore(now.minus(config.tolerance())) || signedAt.isAfter(now.plus(config.tolerance()))) {
            throw refused(Reason.OUTSIDE_TIME);
        }
    }

    private static String word(List<String> header, Pattern form) {
        var word = WebhookRefused.single(Provider.OPENAI, header);
        if (!form.matcher(word).matches()) {
            throw refused(Reason.MALFORMED);
        }
        return word;
    }

    private static Optional<Key> key(Optional<String> secret, KeyAge age) {
        return secret.map(text -> new Key(Hmac.key(Base64.getDecoder().decode(text.substring(PREFIX.length()))), age));
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.OPENAI, reason);
    }
}
