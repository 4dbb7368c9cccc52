package dev.colloquy.session.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sound of a conversation; without {@code location} nobody may have it. */
record ConversationRecording(
        String conversationId, @Nullable String location, Instant recordedAt) {}
