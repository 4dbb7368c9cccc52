package dev.colloquy.webhook.waiting;

import dev.colloquy.webhook.delivery.DeliveryFilter;
import jakarta.validation.constraints.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which expectations an operator means. What is null does not matter; {@code overdue} are those that are open though a
 * provider that knows of nothing would be believed by now.
 */
record ExpectationFilter(
        @RestQuery @Pattern(regexp = DeliveryFilter.INTERVIEW, message = DeliveryFilter.AN_INTERVIEW) @Nullable
        String interview,

        @RestQuery
        @Pattern(
                regexp = "open|told|reconciled|expired|withdrawn",
                message = "must be open, told, reconciled, expired or withdrawn")
        @Nullable
        String state,

        @RestQuery @Pattern(regexp = "livekit|elevenlabs", message = "must be livekit or elevenlabs") @Nullable
        String provider,

        @RestQuery
        @Pattern(regexp = "room|recording|conversation", message = "must be room, recording or conversation")
        @Nullable
        String kind,

        @RestQuery @Pattern(regexp = "true|false", message = "must be true or false") @Nullable
        String overdue) {}
