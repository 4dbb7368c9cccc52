package dev.colloquy.booking.application;

import dev.colloquy.booking.booking.Applicant;
import dev.colloquy.booking.booking.Appointment;
import dev.colloquy.events.Provider;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that can be booked.
 *
 * @param positionId empty for the tenant's default position
 * @param statedResumeText what the candidate says is in the resume, when the service could read none
 */
public record Application(
        Applicant applicant,
        Appointment appointment,
        Optional<UUID> positionId,
        Provider provider,
        Optional<UUID> resumeId,
        Optional<String> statedResumeText,
        boolean consent) {}
