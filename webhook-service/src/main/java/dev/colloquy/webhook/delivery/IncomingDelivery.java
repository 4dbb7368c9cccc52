package dev.colloquy.webhook.delivery;

import dev.colloquy.webhook.signature.VerifiedBody;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A verified body on its way into the inbox.
 *
 * @param kind the provider's word for what happened
 * @param dedupeKey what is equal when the provider sends the same thing again
 */
public record IncomingDelivery(VerifiedBody body, String contentType, String kind, String dedupeKey, Subject subject) {

    /** The kind of a body that does not say what it is. */
    public static final String UNREADABLE = "unreadable";

    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Words that are absent, endless or unprintable do not keep a body out: it is known by its bytes then. */
    public static IncomingDelivery of(
            VerifiedBody body, String contentType, Optional<String> kind, Optional<String> dedupeKey, Subject subject) {
        return new IncomingDelivery(
                body,
                contentType,
                kind.filter(IncomingDelivery::isWord).orElse(UNREADABLE),
                dedupeKey.filter(IncomingDelivery::isWord).orElseGet(body::fingerprint),
                new Subject(subject.interview(), subject.conversation().filter(IncomingDelivery::isWord)));
    }

    /** Whether the body does not say what it is, so that somebody has to look at it. */
    public boolean isUnreadable() {
        return kind.equals(UNREADABLE);
    }

    private static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }
}
