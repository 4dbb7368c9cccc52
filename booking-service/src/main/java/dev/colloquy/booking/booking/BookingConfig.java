package dev.colloquy.booking.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** What candidates are told. */
@ConfigMapping(prefix = "colloquy.booking")
public interface BookingConfig {

    /** Shown before the interview; its hash is kept with each consent. */
    @WithDefault("You will talk to an AI interviewer, not to a person. If you agree, the conversation is recorded and"
            + " transcribed so that people of the hiring team can assess it. Without your consent nothing is recorded.")
    @NotBlank
    String consentText();
}
