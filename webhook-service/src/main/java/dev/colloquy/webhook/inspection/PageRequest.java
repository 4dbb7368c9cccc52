package dev.colloquy.webhook.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

/** Which page of a list. */
public record PageRequest(
        @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
        @RestQuery @DefaultValue("50") @Min(1) @Max(200) int size) {}
