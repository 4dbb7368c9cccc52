package dev.colloquy.booking.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** What candidates are asked to agree to. */
@ConfigMapping(prefix = "colloquy.booking.consent")
public interface ConsentConfig {

    /** Shown before the interview; its hash is kept with each consent. */
    @WithDefault("You will talk to an AI interviewer, not to a person. If you agree, the conversation is recorded and"
            + " transcribed so that people of the hiring team can assess it. Without your consent nothing is recorded.")
    @NotBlank
    String text();
}
