package dev.colloquy.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How calls are held at the realtime provider. */
@ConfigMapping(prefix = "colloquy.gateway.call")
public interface CallConfig {

    /** The realtime model that interviews. */
    @WithDefault("gpt-realtime-2.1")
    @NotBlank
    String model();

    /** The model that transcribes the candidate. */
    @WithDefault("gpt-live-transcribe")
    @NotBlank
    String transcriptionModel();

    /** The voice when the persona names none. */
    @WithDefault("marin")
    @NotBlank
    String voice();

    /** How loud speech must be to count, from 0 to 1. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("1")
    double vadThreshold();

    /** The silence that ends a turn of the candidate. */
    @WithDefault("800ms")
    Duration vadSilence();

    /** The audio kept from before speech was noticed. */
    @WithDefault("300ms")
    Duration vadPrefixPadding();

    /** How much of a resume goes into the instructions. */
    @WithDefault("20000")
    @Min(0)
    int maxResumeLength();

    /** How long the provider may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How much longer a call lasts than its interview, for words that are still being transcribed. */
    @WithDefault("1s")
    Duration lastWords();

    /** How long a call belongs to the replica that follows it, unless it renews that. */
    @WithDefault("10s")
    Duration followLease();

    /** How often a replica renews that, and looks for calls that nobody follows. */
    @WithDefault("1s")
    Duration followInterval();

    /** How long the browser may take to have itself greeted; then the server does. */
    @WithDefault("5s")
    Duration greetingDelay();
}
