package dev.colloquy.session.signalling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a service has seen of a call's setting up, in order. */
record SignallingRequest(
        @NotEmpty @Size(max = SignalRepository.MOST) List<@Valid @NotNull Signal> signals) {}
