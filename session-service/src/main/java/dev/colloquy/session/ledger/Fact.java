package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was witnessed of an interview, without a person in it. {@link Ended} and {@link Finalised} are
 * decisions: this service takes them once, and evidence that arrives later never rewrites them. Facts are kept for ever:
 * a kind grows by {@code @Nullable} components only, and keeps its name.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Fact.Unknown.class, visible = true)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonSubTypes({
    @JsonSubTypes.Type(Fact.Scheduled.class),
    @JsonSubTypes.Type(Fact.Cancelled.class),
    @JsonSubTypes.Type(Fact.Admitted.class),
    @JsonSubTypes.Type(Fact.CandidateConnected.class),
    @JsonSubTypes.Type(Fact.CandidateLeft.class),
    @JsonSubTypes.Type(Fact.AgentConnected.class),
    @JsonSubTypes.Type(Fact.RoomFinished.class),
    @JsonSubTypes.Type(Fact.CallStarted.class),
    @JsonSubTypes.Type(Fact.CallEnded.class),
    @JsonSubTypes.Type(Fact.MediaConnected.class),
    @JsonSubTypes.Type(Fact.ConnectionLost.class),
    @JsonSubTypes.Type(Fact.EndRequested.class),
    @JsonSubTypes.Type(Fact.Ended.class),
    @JsonSubTypes.Type(Fact.ConversationCompleted.class),
    @JsonSubTypes.Type(Fact.RecordingEnded.class),
    @JsonSubTypes.Type(Fact.TranscriptCompleted.class),
    @JsonSubTypes.Type(Fact.TranscriptMissing.class),
    @JsonSubTypes.Type(Fact.SpeechHeard.class),
    @JsonSubTypes.Type(Fact.DeadlineReached.class),
    @JsonSubTypes.Type(Fact.Finalised.class),
    @JsonSubTypes.Type(Fact.EvaluationUpdated.class)
})
public sealed interface Fact {

    /** Its name in the table and in JSON. */
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** {@code closesAt} is when the candidate's link closes. */
    @JsonTypeName("scheduled")
    record Scheduled(Instant scheduledAt, Instant closesAt) implements Fact {

        /** To the microsecond, as all times of facts: a deadline that is reached at this time is not before it. */
        public Scheduled {
            scheduledAt = scheduledAt.truncatedTo(ChronoUnit.MICROS);
            closesAt = closesAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    @JsonTypeName("cancelled")
    record Cancelled() implements Fact {}

    /** The candidate was let in; {@code consent} is to being recorded. */
    @JsonTypeName("admitted")
    record Admitted(Provider provider, boolean consent) implements Fact {}

    @JsonTypeName("candidate_connected")
    record CandidateConnected(String connectionId) implements Fact {}

    @JsonTypeName("candidate_left")
    record CandidateLeft(String connectionId) implements Fact {}

    @JsonTypeName("agent_connected")
    record AgentConnected(String connectionId) implements Fact {}

    @JsonTypeName("room_finished")
    record RoomFinished(String roomId) implements Fact {}

    @JsonTypeName("call_started")
    record CallStarted(String callId) implements Fact {}

    @JsonTypeName("call_ended")
    record CallEnded(String callId) implements Fact {}

    @JsonTypeName("media_connected")
    record MediaConnected(String connectionId) implements Fact {}

    /** One connection is gone; without an id, a client says that it lost what it had. See {@link Presence}. */
    @JsonTypeName("connection_lost")
    record ConnectionLost(@Nullable String connectionId) implements Fact {}

    @JsonTypeName("end_requested")
    record EndRequested(EndedBy by) implements Fact {}

    /** The decision that the interview is over, as of its time. At most one per interview. */
    @JsonTypeName("ended")
    record Ended(EndedBy by) implements Fact {}

    /** The provider is done with the conversation; without a delivery, waiting for it was given up. */
    @JsonTypeName("conversation_completed")
    record ConversationCompleted(
            String conversationId, @Nullable UUID deliveryId) implements Fact {}

    @JsonTypeName("recording_ended")
    record RecordingEnded(EgressStatus status, @Nullable String location) implements Fact {}

    /** The source of this fact has told everything it heard. */
    @JsonTypeName("transcript_completed")
    record TranscriptCompleted() implements Fact {}

    /** The source of this fact is done and has nothing to tell of what was said. */
    @JsonTypeName("transcript_missing")
    record TranscriptMissing() implements Fact {}

    /** Something of the interview was said, whether or not all of it will ever be told. */
    @JsonTypeName("speech_heard")
    record SpeechHeard() implements Fact {}

    @JsonTypeName("deadline_reached")
    record DeadlineReached(Deadline deadline) implements Fact {}

    /** The decision that an evaluation can be written from this transcript. */
    @JsonTypeName("finalised")
    record Finalised(int version, String transcriptHash) implements Fact {}

    @JsonTypeName("evaluation_updated")
    record EvaluationUpdated(UUID reportId, int finalVersion, ReportStatus status) implements Fact {}

    /** One that a newer version of this service recorded: kept, told, and of no consequence here. Never written. */
    record Unknown(String kind) implements Fact {}
}
