package dev.colloquy.session.deadline;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.chronicle.Deadlines.Alarm;
import dev.colloquy.session.ledger.Decision;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Gives up waiting, if what was waited for has not come. */
@ApplicationScoped
class DeadlineService {

    private static final Logger LOG = Logger.getLogger(DeadlineService.class);

    private final Chronicle chronicle;
    private final TranscriptRepository transcripts;
    private final Clock clock;

    DeadlineService(Chronicle chronicle, TranscriptRepository transcripts, Clock clock) {
        this.chronicle = chronicle;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> reach(Alarm due) {
        InterviewTrail.mark(due.interview());
        return chronicle.react(
                due.interview(),
                (interview, state) -> due.isFor(interview, state)
                        ? giveUp(due)
                        : Uni.createFrom().item(List.of()));
    }

    /** Before somebody is called missing, his words are looked for: those who talked have met, seen or not. */
    private Uni<List<RecordedFact>> giveUp(Alarm due) {
        LOG.infof("Deadline reached interviewId=%s deadline=%s", due.interview(), due.deadline());
        var now = clock.instant();
        var wait = Objects.requireNonNullElse(due.until(), due.since()).toString();
        var givenUp = Decision.givenUp(due.interview(), due.deadline(), due.since(), wait, now);
        return switch (due.deadline()) {
            case RECONNECT, TIME_LIMIT, MEDIA, AGENT ->
                transcripts
                        .of(due.interview())
                        .map(transcript -> transcript.turns().isEmpty()
                                ? List.of(givenUp)
                                : List.of(Decision.heard(due.interview(), now), givenUp));
            case TRANSCRIPT, RECORDING, NO_SHOW, HANG_UP -> Uni.createFrom().item(List.of(givenUp));
        };
    }
}
