package dev.colloquy.session.admission;

import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.InterviewStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the candidate may take part. */
record AdmissionView(
        boolean live, InterviewStatus status, @Nullable Instant endedAt) {

    static AdmissionView of(Interview interview) {
        return new AdmissionView(interview.isLive(), interview.status, interview.endedAt);
    }
}
