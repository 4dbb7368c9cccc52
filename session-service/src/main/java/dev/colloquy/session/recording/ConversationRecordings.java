package dev.colloquy.session.recording;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Gives conversations' sound to their interviews, or has it deleted, in the caller's transaction. */
@ApplicationScoped
public class ConversationRecordings {

    static final String DROP_QUEUE = "drop-recording";

    private final RecordingRepository recordings;
    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final Chronicle chronicle;
    private final LeasedWork work;
    private final Clock clock;

    ConversationRecordings(
            RecordingRepository recordings,
            InterviewRoutes routes,
            TenantRows rows,
            InterviewRepository interviews,
            Chronicle chronicle,
            LeasedWork work,
            Clock clock) {
        this.recordings = recordings;
        this.routes = routes;
        this.rows = rows;
        this.interviews = interviews;
        this.chronicle = chronicle;
        this.work = work;
        this.clock = clock;
    }

    /** The conversation, which the caller holds, is this interview's: so is its sound, if that was told before. */
    public Uni<Void> attach(String conversationId, InterviewId interview) {
        return recordings
                .find(conversationId)
                .chain(recording -> recording == null || recording.location() == null
                        ? Uni.createFrom().voidItem()
                        : attach(recording, interview));
    }

    /** The conversation is nobody's: so is its sound, also if it comes later. */
    public Uni<Void> refuse(String conversationId) {
        return recordings
                .find(conversationId)
                .onItem()
                .ifNotNull()
                .call(recording -> drop(recording, "refused"))
                .chain(() -> recordings.refuse(conversationId, clock.instant()));
    }

    /** Deletes what there is of an interview that is erased. */
    public Uni<Void> erase(InterviewId interview) {
        return recordings
                .of(interview)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(recording -> drop(recording, "erased"))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> attach(ConversationRecording recording, InterviewId id) {
        return routes.get(id)
                .chain(rows::of)
                .chain(() -> interviews.hold(id))
                .chain(() -> interviews.get(id))
                .chain(interview -> mayBeRecorded(interview)
                        ? chronicle.add(interview, List.of(fact(recording))).replaceWithVoid()
                        : drop(recording, "not-allowed"));
    }

    /** Neither after an erasure, nor of a candidate who was asked and did not agree. */
    private static boolean mayBeRecorded(Interview interview) {
        return interview.erasedAt == null && (interview.admittedAt == null || interview.consent);
    }

    private static RecordedFact fact(ConversationRecording recording) {
        var ended = new Fact.RecordingEnded(EgressStatus.COMPLETE, recording.location());
        return new RecordedFact(ended, Witness.ELEVENLABS, recording.conversationId(), recording.recordedAt());
    }

    /** Each sound that comes is deleted, however many have been. */
    Uni<Void> drop(ConversationRecording recording, String occasion) {
        var id = recording.conversationId();
        return recordings
                .refuse(id, clock.instant())
                .chain(() -> work.add(DROP_QUEUE, id + ":" + occasion, id, Duration.ZERO));
    }
}
