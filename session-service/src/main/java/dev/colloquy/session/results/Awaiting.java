package dev.colloquy.session.results;

import dev.colloquy.session.chronicle.Deadlines;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.EvaluationStatus;
import dev.colloquy.session.results.ResultsView.Awaited;
import dev.colloquy.session.results.ResultsView.Metadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/** What is still to come of an ended interview, since when, and until when it is waited for. */
@ApplicationScoped
class Awaiting {

    private final Deadlines deadlines;

    Awaiting(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Metadata of(Interview interview) {
        var awaited = new ArrayList<Awaited>();
        var endedAt = interview.endedAt;
        if (endedAt != null) {
            if (!interview.transcriptFinal) {
                awaited.add(limited(Deadline.TRANSCRIPT, interview, endedAt));
            }
            if (interview.recordingExpected && interview.recordingStatus == null) {
                awaited.add(limited(Deadline.RECORDING, interview, endedAt));
            }
            if (interview.evaluationStatus == EvaluationStatus.PENDING) {
                var since = interview.finalisedAt == null ? endedAt : interview.finalisedAt;
                awaited.add(new Awaited("evaluation", since, null));
            }
        }
        return new Metadata(interview.transcriptFinal, interview.finalVersion, awaited);
    }

    private Awaited limited(Deadline deadline, Interview interview, Instant since) {
        var until = since.plus(deadlines.limit(deadline, interview));
        return new Awaited(deadline.name().toLowerCase(Locale.ROOT), since, until);
    }
}
