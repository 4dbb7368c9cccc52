package dev.colloquy.simulators.openai.access;

import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;

/** The way in to the REST API: key, request id, and a rate limit that is counted and not only shown. */
public final class ModelAccess {

    private final ServerKey key;
    private final SimulatedTime time;
    private final Ids ids;
    private final Allowance requests;
    private final Allowance tokens;

    public ModelAccess(ServerKey key, RateLimit limit, SimulatedTime time, Ids ids) {
        this.key = key;
        this.time = time;
        this.ids = ids;
        this.requests = new Allowance(limit.requestsPerMinute(), time.now());
        this.tokens = new Allowance(limit.tokensPerMinute(), time.now());
    }

    /** What a project may use in a minute. */
    public record RateLimit(int requestsPerMinute, int tokensPerMinute) {}

    public void admit(RoutingContext context) {
        Instant arrived = time.now();
        HttpServerResponse response = context.response();
        response.putHeader("x-request-id", ids.next("req_", 32)).putHeader("openai-version", "2020-10-01");
        context.addHeadersEndHandler(_ -> response.putHeader(
                "openai-processing-ms",
                String.valueOf(Duration.between(arrived, time.now()).toMillis())));
        key.require(context);
    }

    /** Counts one request of so many tokens, or refuses it with 429 and the time to wait. */
    public void spend(RoutingContext context, int amount) {
        Instant now = time.now();
        if (!requests.covers(1, now) || !tokens.covers(amount, now)) {
            Duration request = requests.until(1, now);
            Duration token = tokens.until(amount, now);
            Duration wait = request.compareTo(token) > 0 ? request : token;
            context.response()
                    .putHeader("retry-after-ms", String.valueOf(wait.toMillis()))
                    .putHeader(
                            "retry-after", String.valueOf(wait.plusMillis(999).toSeconds()));
            tell(context.response(), now);
            throw OpenAiError.ofStatus(429);
        }
        requests.spend(1, now);
        tokens.spend(amount, now);
        tell(context.response(), now);
    }

    private void tell(HttpServerResponse response, Instant now) {
        tell(response, "requests", requests, now);
        tell(response, "tokens", tokens, now);
    }

    private static void tell(HttpServerResponse response, String what, Allowance allowance, Instant now) {
        response.putHeader("x-ratelimit-limit-" + what, String.valueOf(allowance.limit()))
                .putHeader("x-ratelimit-remaining-" + what, String.valueOf(allowance.left(now)))
                .putHeader(
                        "x-ratelimit-reset-" + what,
                        allowance.until(allowance.limit(), now).toMillis() + "ms");
    }
}
