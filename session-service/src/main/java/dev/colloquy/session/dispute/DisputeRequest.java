package dev.colloquy.session.dispute;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wrong with the transcript; {@code entryId} says where, if it is about one entry. */
record DisputeRequest(
        @NotBlank @Size(max = 2000) String note, @Nullable UUID entryId) {}
