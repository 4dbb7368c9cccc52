package dev.colloquy.webhook.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider may sign with, and until when.
 *
 * @param proof what checks a signature, in the form that its provider's rule needs
 * @param expires the first moment at which it counts no more; none: it counts as long as it is configured
 */
record Key<P>(P proof, KeyAge age, Optional<Instant> expires) {

    static <P> Key<P> current(P proof) {
        return new Key<>(proof, KeyAge.CURRENT, Optional.empty());
    }

    static <P> Key<P> previous(P proof, Optional<Instant> expires) {
        return new Key<>(proof, KeyAge.PREVIOUS, expires);
    }

    boolean hasExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
