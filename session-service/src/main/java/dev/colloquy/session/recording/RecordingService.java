package dev.colloquy.session.recording;

import dev.colloquy.events.ConversationRecorded;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.parking.LinkQueue;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes over where conversations' sound is. It waits for the linking of its conversation, which alone decides. */
@ApplicationScoped
class RecordingService {

    private final RecordingRepository recordings;
    private final ConversationRecordings conversations;
    private final InterviewRepository interviews;

    RecordingService(
            RecordingRepository recordings, ConversationRecordings conversations, InterviewRepository interviews) {
        this.recordings = recordings;
        this.conversations = conversations;
        this.interviews = interviews;
    }

    @WithTransaction
    Uni<Void> add(ConversationRecorded event) {
        var id = event.conversationId();
        return interviews
                .hold(LinkQueue.lock(id))
                .chain(() -> recordings.keep(event))
                .chain(() -> recordings.find(id))
                .chain(recording -> recording.location() == null
                        ? conversations.drop(recording, event.eventId().toString())
                        : attach(id));
    }

    private Uni<Void> attach(String conversationId) {
        return recordings
                .interviewOf(conversationId)
                .onItem()
                .ifNotNull()
                .transformToUni(interview -> conversations.attach(conversationId, interview));
    }
}
