package dev.colloquy.webhook.inspection;

import dev.colloquy.webhook.delivery.DeliveryState;
import dev.colloquy.webhook.signature.Provider;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which deliveries an administrator wants to see. */
record DeliveryFilter(
        @RestQuery
        @Pattern(regexp = "livekit|elevenlabs|openai|tavus", message = "must be livekit, elevenlabs, openai or tavus")
        @Nullable
        String provider,

        @RestQuery
        @Pattern(
                regexp = "received|published|ignored|dead|conflict",
                message = "must be received, published, ignored, dead or conflict")
        @Nullable
        String state,

        @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
        @RestQuery @DefaultValue("50") @Min(1) @Max(200) int size) {

    @Nullable
    Provider findProvider() {
        return provider == null ? null : Provider.valueOf(provider.toUpperCase(Locale.ROOT));
    }

    @Nullable
    DeliveryState findState() {
        return state == null ? null : DeliveryState.valueOf(state.toUpperCase(Locale.ROOT));
    }
}
