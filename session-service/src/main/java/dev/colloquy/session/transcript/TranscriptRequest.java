package dev.colloquy.session.transcript;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A batch of turns; {@code completed} says that the sender has nothing more to tell. */
record TranscriptRequest(@NotNull @Size(max = 500) List<@Valid @NotNull Utterance> entries, boolean completed) {}
