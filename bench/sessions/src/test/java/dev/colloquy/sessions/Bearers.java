package dev.colloquy.sessions;

import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.OidcResource;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Bearers of callers, renewed long before they expire. */
final class Bearers {

    private static final long RENEW_AFTER = Duration.ofMinutes(4).toNanos();

    private record Bearer(String token, long since) {}

    private final Map<String, Bearer> known = new ConcurrentHashMap<>();

    String service() {
        return of("booking-service", OidcResource::clientBearer);
    }

    String agent() {
        return of("interviewer-agent", OidcResource::clientBearer);
    }

    String user(String name) {
        return of(name, OidcResource::bearer);
    }

    String interviewee(InterviewId interview) {
        return OidcResource.candidateBearer(UUID.randomUUID(), "acme", interview.value());
    }

    private String of(String caller, UnaryOperator<String> issue) {
        return known.compute(
                        caller,
                        (_, bearer) -> bearer == null || System.nanoTime() - bearer.since() > RENEW_AFTER
                                ? new Bearer(issue.apply(caller), System.nanoTime())
                                : bearer)
                .token();
    }
}
