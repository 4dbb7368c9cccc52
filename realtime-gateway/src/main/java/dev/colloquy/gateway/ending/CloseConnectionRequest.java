package dev.colloquy.gateway.ending;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.UUID;

record CloseConnectionRequest(
        @NotNull @UUID(version = {4, 7}) String sessionId) {}
