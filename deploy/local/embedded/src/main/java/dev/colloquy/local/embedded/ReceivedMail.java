package dev.colloquy.local.embedded;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as one recipient got it. {@code calendar} is the text of its calendar part, if it has one. */
public record ReceivedMail(
        String id,
        String from,
        String to,
        String subject,
        @Nullable Instant sentAt,
        @Nullable String text,
        @Nullable String html,
        List<String> attachments,
        @Nullable String calendar) {}
