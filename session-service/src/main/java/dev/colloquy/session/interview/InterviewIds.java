package dev.colloquy.session.interview;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;

/** Ids of interviews as this service makes and reads them. */
public final class InterviewIds {

    private InterviewIds() {}

    /** The id of one that booking-service knows nothing of. */
    public static InterviewId mint() {
        return new InterviewId(Generators.timeBasedEpochGenerator().generate());
    }

    /**
     * The interview whose session a client means.
     *
     * @throws InterviewNotFound when the text is no interview's id
     */
    public static InterviewId ofSession(String sessionId) {
        return InterviewId.find(sessionId).orElseThrow(InterviewNotFound::new);
    }
}
