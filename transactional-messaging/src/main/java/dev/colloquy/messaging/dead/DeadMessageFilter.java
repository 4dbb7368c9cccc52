package dev.colloquy.messaging.dead;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which of the dead an operator wants to see. */
public record DeadMessageFilter(
        @RestQuery @Pattern(regexp = KINDS, message = KNOWN_KINDS) @Nullable
        String kind,

        @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {

    static final String KINDS = "message|work|letter";
    static final String KNOWN_KINDS = "must be message, work or letter";
}
