package dev.colloquy.session.interview;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import java.util.Optional;

/** Ids of interviews as this service makes and reads them. */
public final class InterviewIds {

    private InterviewIds() {}

    /** The id of one that booking-service knows nothing of. */
    public static InterviewId mint() {
        return new InterviewId(Generators.timeBasedEpochGenerator().generate());
    }

    /** The interview that a client's id of its session names, if it is an interview's id. */
    public static Optional<InterviewId> find(String sessionId) {
        try {
            return Optional.of(InterviewId.of(sessionId));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The interview whose session a client means.
     *
     * @throws InterviewNotFound when the text is no interview's id
     */
    public static InterviewId ofSession(String sessionId) {
        return find(sessionId).orElseThrow(InterviewNotFound::new);
    }
}
