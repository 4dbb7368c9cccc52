package dev.colloquy.local.embedded;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What somebody signed in for, to be had once for a random code: authorization codes and refresh tokens. */
final class OneTimeGrants {

    record Grant(
            DemoUser user,
            String client,
            String redirectUri,
            String challenge,
            @Nullable String nonce) {}

    private record Held(Grant grant, Instant until) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final Clock clock;
    private final Duration life;

    OneTimeGrants(SecureRandom random, Clock clock, Duration life) {
        this.random = random;
        this.clock = clock;
        this.life = life;
    }

    String issue(Grant grant) {
        var now = clock.instant();
        held.values().removeIf(old -> old.until().isBefore(now));
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        held.put(code, new Held(grant, now.plus(life)));
        return code;
    }

    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(held.remove(code))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Held::grant);
    }
}
