package dev.colloquy.webhook.delivery;

import dev.colloquy.events.InterviewId;
import java.util.Optional;

/**
 * What a delivery is about, to find it by and to forget it with.
 *
 * @param conversation the provider's id of a call or conversation
 */
public record Subject(Optional<InterviewId> interview, Optional<String> conversation) {

    public static final Subject UNKNOWN = new Subject(Optional.empty(), Optional.empty());

    public static Subject ofInterview(Optional<InterviewId> interview) {
        return new Subject(interview, Optional.empty());
    }

    public static Subject ofConversation(Optional<String> conversation) {
        return new Subject(Optional.empty(), conversation);
    }
}
