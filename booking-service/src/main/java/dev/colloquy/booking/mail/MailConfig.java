package dev.colloquy.booking.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How the invitation is sent. */
@ConfigMapping(prefix = "colloquy.booking.mail")
public interface MailConfig {

    /** The address in the From line and the organiser of the calendar entry. */
    @NotBlank
    String from();

    /** How long the answer to a booking waits for the first attempt. */
    @WithDefault("2s")
    Duration longestWait();

    /** The longest one attempt may take. */
    @WithDefault("8s")
    Duration attemptTimeout();

    /** When the worker takes over if the first attempt has not succeeded; longer than one attempt. */
    @WithDefault("10s")
    Duration retryAfter();

    /** How long a mail that the server does not take is tried again. */
    @WithDefault("24h")
    Duration patience();

    /** How long the interview blocks the candidate's calendar. */
    @WithDefault("30m")
    Duration calendarLength();
}
