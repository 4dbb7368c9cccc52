package dev.colloquy.webhook.signature;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All keys of one provider: the one in use, and those before it while they are rotated out. */
final class Keyring<P> {

    private final Provider provider;
    private final List<Key<P>> keys;

    Keyring(Provider provider, Stream<Key<P>> keys) {
        this.provider = provider;
        this.keys = keys.toList();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Stream<P> proofs() {
        return keys.stream().map(Key::proof);
    }

    boolean none(Predicate<P> fits) {
        return keys.stream().map(Key::proof).noneMatch(fits);
    }

    /**
     * Which key it was, if any.
     *
     * @throws WebhookRefused if it was one that has expired, and no other
     */
    Optional<KeyAge> signer(Instant now, Predicate<P> hasSigned) {
        var active = first(key -> !key.hasExpired(now), hasSigned);
        if (active.isEmpty() && first(key -> key.hasExpired(now), hasSigned).isPresent()) {
            throw new WebhookRefused(provider, Reason.EXPIRED_KEY);
        }
        return active;
    }

    private Optional<KeyAge> first(Predicate<Key<P>> which, Predicate<P> hasSigned) {
        return keys.stream()
                .filter(which)
                .filter(key -> hasSigned.test(key.proof()))
                .map(Key::age)
                .findFirst();
    }
}
