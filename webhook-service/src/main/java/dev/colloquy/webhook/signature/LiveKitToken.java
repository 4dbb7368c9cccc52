package dev.colloquy.webhook.signature;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.NumericDateValidator;

/**
 * A token of LiveKit's that can be read; whether it is true is for its key to say.
 *
 * @param issuer the API key it claims to be signed with; empty if it does not say
 */
record LiveKitToken(JwtContext context, String issuer) {

    private static final int LEEWAY_SECONDS = 60;

    /** Base64url that decodes in one way only: without foreign letters, and without bits left over at its end. */
    private static final String CANONICAL = "(?:[\\w-]{4})*+(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?";

    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\." + CANONICAL);

    private static final JwtConsumer READER = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    static LiveKitToken read(String token) {
        if (!FORM.matcher(token).matches()) {
            throw refused(Reason.MALFORMED);
        }
        try {
            var context = READER.process(token);
            var issuer = context.getJwtClaims().getIssuer();
            return new LiveKitToken(context, issuer == null ? "" : issuer);
        } catch (InvalidJwtException | MalformedClaimException _) {
            throw refused(Reason.MALFORMED);
        }
    }

    JwtClaims claims() {
        return context.getJwtClaims();
    }

    /** Refuses what has expired, never expires, or is not valid yet. */
    void requireTimely(Instant now) {
        var time = new NumericDateValidator();
        time.setRequireExp(true);
        time.setAllowedClockSkewSeconds(LEEWAY_SECONDS);
        time.setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()));
        try {
            if (time.validate(context) != null) {
                throw refused(Reason.OUTSIDE_TIME);
            }
        } catch (MalformedClaimException _) {
            throw refused(Reason.MALFORMED);
        }
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.LIVEKIT, reason);
    }
}
