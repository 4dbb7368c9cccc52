package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
    private static final Pattern ENTRY = Pattern.compile("\\w+,[^\\s,]*");

    /** Without a dot: what is signed could be read in two ways. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^.]]{1,200}");

    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,11}");

    private final OpenAiWebhookConfig config;
    private final Keyring<SecretKeySpec> keys;
    private final Clock clock;

    OpenAiSignature(OpenAiWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = new Keyring<>(
                Provider.OPENAI,
                Stream.concat(
                        config.secret().map(secret -> Key.current(hmacKey(secret))).stream(),
                        config.previous().stream().map(old -> Key.previous(hmacKey(old.secret()), old.expires()))));
        this.clock = clock;
    }

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
        var signatures = signatures(WebhookRefused.single(Provider.OPENAI, headers.signature()));
        var signed = (id + "." + time + ".").getBytes(UTF_8);
        var now = clock.instant();
        var signedWith = keys.signer(now, key -> isSigned(signatures, signed, body, key))
                .orElseThrow(() -> refused(Reason.WRONG_SIGNATURE));
        requireTimely(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return new Message(id, new VerifiedBody(Provider.OPENAI, body, signedWith));
    }

    private static List<byte[]> signatures(String header) {
        var entries = List.of(header.split(" ", -1));
        var signatures = entries.stream()
                .filter(entry -> entry.startsWith(VERSION))
                .map(entry -> entry.substring(VERSION.length()).getBytes(UTF_8))
                .toList();
        if (signatures.isEmpty()
                || !entries.stream().allMatch(entry -> ENTRY.matcher(entry).matches())) {
            throw refused(Reason.MALFORMED);
        }
        return signatures;
    }

    private static boolean isSigned(List<byte[]> signatures, byte[] signed, byte[] body, SecretKeySpec key) {
        var expected = Base64.getEncoder().encode(Hmac.sha256(key, signed, body));
        return signatures.stream().anyMatch(signature -> MessageDigest.isEqual(expected, signature));
    }

    private void requireTimely(Instant signedAt, Instant now) {
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

    private static SecretKeySpec hmacKey(String secret) {
        return Hmac.key(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.OPENAI, reason);
    }
}
