package dev.colloquy.report.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

record PageRequest(
        @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {}
