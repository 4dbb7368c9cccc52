package dev.colloquy.gateway.ticket;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.UUID;

/** Its field is named as on the wire, so that a violation names it so too. */
record InterviewStartRequest(@NotNull @UUID String session_id) {}
