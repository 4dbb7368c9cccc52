package dev.colloquy.webhook.signature;

import java.util.List;
import java.util.Locale;

/** A request that did not prove who sent it, or is too old or too large to be looked at. */
public class WebhookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; counted, and told to nobody. */
    public enum Reason {
        MISSING,
        AMBIGUOUS,
        MALFORMED,
        UNKNOWN_KEY,
        EXPIRED_KEY,
        WRONG_SIGNATURE,
        WRONG_BODY,
        OUTSIDE_TIME,
        TOO_LARGE,
        CUT_OFF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Provider provider;
    private final Reason reason;

    public WebhookRefused(Provider provider, Reason reason) {
        super(provider.word() + ": " + reason.word());
        this.provider = provider;
        this.reason = reason;
    }

    public Provider provider() {
        return provider;
    }

    public Reason reason() {
        return reason;
    }

    /** A header that is there twice may be read differently by the next program: exactly one, or nothing is read. */
    static String single(Provider provider, List<String> header) {
        return switch (header.size()) {
            case 0 -> throw new WebhookRefused(provider, Reason.MISSING);
            case 1 -> header.getFirst();
            default -> throw new WebhookRefused(provider, Reason.AMBIGUOUS);
        };
    }

    static void ifLarger(Provider provider, byte[] body, long most) {
        if (body.length > most) {
            throw new WebhookRefused(provider, Reason.TOO_LARGE);
        }
    }
}
