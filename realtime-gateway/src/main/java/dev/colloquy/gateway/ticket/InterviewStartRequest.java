package dev.colloquy.gateway.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.UUID;

record InterviewStartRequest(
        @JsonProperty("session_id") @NotNull @UUID(version = {4, 7})
        String sessionId) {}
