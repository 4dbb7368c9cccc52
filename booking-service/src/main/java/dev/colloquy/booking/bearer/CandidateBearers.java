package dev.colloquy.booking.bearer;

import dev.colloquy.access.Role;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.events.InterviewId;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Issues bearers for one interview each. One that has half its life left is handed out again. */
@ApplicationScoped
public class CandidateBearers {

    private static final String AUDIENCE = "colloquy";
    private static final int MOST_KEPT = 10_000;

    private final CandidateKey key;
    private final BearerConfig config;
    private final Clock clock;
    private final Map<InterviewId, Bearer> issued = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InterviewId, Bearer> eldest) {
            return size() > MOST_KEPT;
        }
    };

    CandidateBearers(CandidateKey key, BearerConfig config, Clock clock) {
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    public synchronized Bearer bearerFor(Booking booking) {
        var now = clock.instant();
        var kept = issued.get(booking.interviewId());
        if (kept != null
                && now.isBefore(kept.expiresAt().minus(config.tokenLifetime().dividedBy(2)))) {
            return kept;
        }
        issued.remove(booking.interviewId());
        var fresh = issue(booking, now);
        issued.put(booking.interviewId(), fresh);
        return fresh;
    }

    private Bearer issue(Booking booking, Instant now) {
        var expiresAt = now.plus(config.tokenLifetime());
        var token = Jwt.issuer(config.issuer())
                .subject(booking.candidateId().toString())
                .audience(AUDIENCE)
                .groups(Role.INTERVIEWEE)
                .claim("tenant", booking.tenant().value())
                .claim("interview", booking.interviewId().toString())
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
        return new Bearer(token, expiresAt);
    }
}
