package dev.colloquy.simulators.faults;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;

/** How one webhook is to be signed: by the rules unless a fault struck. */
public record Signing(boolean ofAnotherBody, boolean withAnotherSecret, Duration clockSkew) {

    static Signing by(Strike strike) {
        return new Signing(
                strike.has(FaultKind.BAD_SIGNATURE),
                strike.has(FaultKind.WRONG_SECRET),
                Duration.ofSeconds(strike.number(FaultKind.CLOCK_SKEW, "seconds")));
    }

    /** The body that the signature is made for. */
    public Buffer signed(Buffer body) {
        return ofAnotherBody ? body.copy().appendString(" ") : body;
    }

    public String secret(String secret) {
        return withAnotherSecret ? secret + "-but-wrong" : secret;
    }

    /** What the sender's clock says. */
    public Instant time(Instant now) {
        return now.plus(clockSkew);
    }
}
